import { integer, pgTable, timestamp, uuid } from "drizzle-orm/pg-core";

export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  count: integer("count").notNull().default(0),
  madeAt: timestamp("made_at", { withTimezone: true }).notNull().defaultNow(),
  key: uuid("key").notNull().defaultRandom(),
});
