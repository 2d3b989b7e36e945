import { index, integer, pgTable } from "drizzle-orm/pg-core";

export const owners = pgTable("owners", { id: integer("id").primaryKey() });
export const items = pgTable(
  "items",
  {
    id: integer("id").primaryKey(),
    ownerId: integer("owner_id")
      .notNull()
      .references(() => owners.id, { onDelete: "cascade" }),
  },
  (t) => [index("items_owner_idx").on(t.ownerId)],
);
