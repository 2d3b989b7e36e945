import { index, integer, pgTable } from "drizzle-orm/pg-core";

export const a_table_whose_name_leaves_little_room_for_others = pgTable(
  "a_table_whose_name_leaves_little_room_for_others",
  {
    id: integer("id").primaryKey(),
    aColumn: integer("a_column_with_a_name_of_some_length").references(() => keep.id),
  },
  (t) => [index().on(t.aColumn)],
);
export const keep = pgTable("keep", { id: integer("id").primaryKey() });
