import { index, integer, pgEnum, pgSequence, pgTable, serial, text, varchar } from "drizzle-orm/pg-core";

export const mood = pgEnum("mood", ["sad", "ok", "happy"]);
export const counter = pgSequence("counter");
export const customers = pgTable(
  "customers",
  {
    id: integer("id").primaryKey(),
    email: varchar("email", { length: 100 }).notNull(),
    mood: mood("mood").default("ok"),
    fax: text("fax"),
  },
  (t) => [index("customers_email_idx").on(t.email)],
);
export const orders = pgTable("orders", {
  id: serial("id").primaryKey(),
  customerId: integer("customer_id").references(() => customers.id),
  total: integer("total").default(0),
});
export const logs = pgTable("logs", { id: integer("id").primaryKey() });
