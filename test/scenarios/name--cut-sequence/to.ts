import { integer, pgTable, serial } from "drizzle-orm/pg-core";

export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  a: serial("a_column_with_a_name_so_long_that_its_sequence_must_be_cut"),
  b: integer("b_column_with_a_name_so_long_that_its_sequence_must_be_cut").notNull(),
});
