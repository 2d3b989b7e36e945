import { pgTable, serial } from "drizzle-orm/pg-core";

export const t = pgTable("ttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt", {
  id: serial("id").primaryKey(),
});
