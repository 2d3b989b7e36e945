import { index, integer, pgTable, uuid } from "drizzle-orm/pg-core";

export const owners = pgTable("owners", { id: uuid("id").primaryKey() });
export const items = pgTable(
  "items",
  {
    id: integer("id").primaryKey(),
    ownerId: uuid("owner_id")
      .notNull()
      .references(() => owners.id, { onDelete: "cascade" }),
  },
  (t) => [index("items_owner_idx").on(t.ownerId)],
);
