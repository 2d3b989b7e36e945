import { eq } from "drizzle-orm";
import { boolean, integer, pgTable, pgView, text, varchar } from "drizzle-orm/pg-core";

export const users = pgTable("users", {
  id: integer("id").primaryKey(),
  name: text("name").notNull(),
  email: varchar("email", { length: 80 }),
  age: integer("age"),
  active: boolean("active").notNull().default(true),
});
export const activeUsers = pgView("active_users")
  .with({ securityBarrier: true })
  .as((qb) => qb.select({ id: users.id, name: users.name }).from(users).where(eq(users.active, true)));
