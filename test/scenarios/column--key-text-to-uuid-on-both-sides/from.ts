import { index, integer, pgTable, text } from "drizzle-orm/pg-core";

export const owners = pgTable("owners", { id: text("id").primaryKey() });
export const items = pgTable(
  "items",
  {
    id: integer("id").primaryKey(),
    ownerId: text("owner_id")
      .notNull()
      .references(() => owners.id, { onDelete: "cascade" }),
  },
  (t) => [index("items_owner_idx").on(t.ownerId)],
);
