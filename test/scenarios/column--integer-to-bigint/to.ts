import { bigint, integer, pgTable } from "drizzle-orm/pg-core";

export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  a: bigint("a", { mode: "number" }).notNull().default(1),
});
