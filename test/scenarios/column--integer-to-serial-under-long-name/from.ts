import { integer, pgTable } from "drizzle-orm/pg-core";

export const t = pgTable("ttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt", {
  id: integer("id").primaryKey(),
});
