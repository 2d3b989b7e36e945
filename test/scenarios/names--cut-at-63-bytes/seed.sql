-- The names as drizzle-kit wrote them, uncut: Postgres cuts them.
DROP TABLE "orders_of_customers_of_société_générale";
CREATE TABLE "orders_of_customers_of_société_générale" (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  "identifier_of_the_customer_who_ordered_it_ü" integer,
  "the_code_by_which_the_order_is_known_ß" text,
  n integer,
  CONSTRAINT "orders_of_customers_of_société_générale_the_code_by_which_the_order_is_known_ß_unique" UNIQUE ("the_code_by_which_the_order_is_known_ß"),
  UNIQUE (n, "the_code_by_which_the_order_is_known_ß"),
  CONSTRAINT "the_number_of_the_order_must_be_greater_than_nothing_at_all_ééééé" CHECK (n > 0),
  CONSTRAINT "orders_Zq3XHzslI73a_fkey" FOREIGN KEY ("identifier_of_the_customer_who_ordered_it_ü") REFERENCES "customers_of_the_société_générale"
);
CREATE INDEX ON "orders_of_customers_of_société_générale" ("identifier_of_the_customer_who_ordered_it_ü", n);
