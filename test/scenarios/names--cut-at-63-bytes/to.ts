import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, unique } from "drizzle-orm/pg-core";

export const customers = pgTable("customers_of_the_société_générale", {
  identifier: integer("identifier_of_the_customer_é").primaryKey(),
});
export const orders = pgTable(
  "orders_of_customers_of_société_générale",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    customer: integer("identifier_of_the_customer_who_ordered_it_ü").references(() => customers.identifier),
    code: text("the_code_by_which_the_order_is_known_ß").unique(),
    n: integer("n"),
  },
  (t) => [
    index().on(t.customer, t.n),
    unique().on(t.n, t.code),
    check("the_number_of_the_order_must_be_greater_than_nothing_at_all_ééééé", sql`${t.n} > 0`),
  ],
);
