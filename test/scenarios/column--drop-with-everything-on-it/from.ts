import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";

export const owners = pgTable("owners", { id: integer("id").primaryKey() });
export const items = pgTable(
  "items",
  {
    id: integer("id").primaryKey(),
    code: text("code").unique(),
    ownerId: integer("owner_id").references(() => owners.id),
    size: integer("size").notNull().default(1),
  },
  (t) => [
    check("items_size_positive", sql`${t.size} > 0`),
    index("items_size_idx").on(t.size.desc()),
    uniqueIndex("items_code_idx")
      .on(sql`lower(${t.code})`)
      .where(sql`${t.size} > 1`),
  ],
);
