import { bigint, index, integer, pgTable } from "drizzle-orm/pg-core";

export const owners = pgTable("owners", { id: bigint("id", { mode: "number" }).primaryKey() });
export const items = pgTable(
  "items",
  {
    id: integer("id").primaryKey(),
    ownerId: bigint("owner_id", { mode: "number" })
      .notNull()
      .references(() => owners.id, { onDelete: "cascade" }),
  },
  (t) => [index("items_owner_idx").on(t.ownerId)],
);
