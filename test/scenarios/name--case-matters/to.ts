import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text } from "drizzle-orm/pg-core";

export const items = pgTable(
  "items",
  { id: integer("id").primaryKey(), name: text("name"), Name: text("Name"), NAME: text("NAME").default("x") },
  (t) => [
    index("items_idx").on(t.name),
    index("Items_idx").on(t.Name),
    check("Items_check", sql`${t.Name} <> ${t.NAME}`),
  ],
);
export const Items = pgTable("Items", { id: integer("id").primaryKey() });
