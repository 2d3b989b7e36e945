import { integer, pgTable } from "drizzle-orm/pg-core";

export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  a: integer("a_column_with_a_name_so_long_that_its_sequence_must_be_cut").notNull(),
  b: integer("b_column_with_a_name_so_long_that_its_sequence_must_be_cut").notNull(),
  c: integer("c_column_with_a_name_so_long_that_its_sequence_must_be_cut").generatedAlwaysAsIdentity(),
});
