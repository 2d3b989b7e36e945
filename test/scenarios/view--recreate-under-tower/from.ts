import { gt, sql } from "drizzle-orm";
import { bigint, boolean, integer, pgTable, pgView, text, varchar } from "drizzle-orm/pg-core";

export const users = pgTable("users", {
  id: integer("id").primaryKey(),
  name: text("name").notNull(),
  email: varchar("email", { length: 80 }),
  age: integer("age"),
  active: boolean("active").notNull().default(true),
});
export const ages = pgView("ages").as((qb) => qb.select({ id: users.id, age: users.age }).from(users));
export const old = pgView("old").as((qb) => qb.select().from(ages).where(gt(ages.age, 30)));
export const counted = pgView("a_count", { n: bigint("n", { mode: "number" }) }).as(
  sql`select count(*) as n from ${old}`,
);
export const names = pgView("names").as((qb) => qb.select({ name: users.name }).from(users));
