import { sql, type SQL } from "drizzle-orm";
import { check, index, integer, pgTable } from "drizzle-orm/pg-core";

const long = "a_column_whose_name_is_longer_than_the_sixty_three_bytes_that_postgres_keeps";
export const items = pgTable(
  "items",
  {
    id: integer("id").primaryKey(),
    long: integer(long),
    double: integer("double").generatedAlwaysAs((): SQL => sql`${items.long} * 2`),
  },
  (t) => [
    index("i_long").on(sql`${t.long} DESC NULLS FIRST`),
    index("i_partial")
      .on(t.id)
      .where(sql`${t.long} > 0`),
    check("k_long", sql`${t.long} > 0`),
  ],
);
