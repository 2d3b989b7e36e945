/** Two tables, an enum and an index: the first state of a small project. */
export const FIRST = `import { integer, pgEnum, pgTable, text, index } from "drizzle-orm/pg-core";

export const status = pgEnum("status", ["new", "paid"]);

export const users = pgTable("users", {
  id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
  email: text("email").notNull().unique(),
});

export const orders = pgTable(
  "orders",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    userId: integer("user_id").notNull().references(() => users.id),
    status: status("status").notNull().default("new"),
  },
  (t) => [index("orders_user_id_idx").on(t.userId)],
);
`;

/** The same with one more column and one more table. */
export const SECOND = `${FIRST.replace('email: text("email")', 'name: text("name"),\n  email: text("email")')}
export const notes = pgTable("notes", {
  id: integer("id").primaryKey(),
  orderId: integer("order_id").references(() => orders.id, { onDelete: "cascade" }),
  body: text("body").notNull().default("it's \\"quoted\\""),
});
`;
