import { sql } from "drizzle-orm";
import { index, integer, pgSchema, pgTable } from "drizzle-orm/pg-core";

export const keep = pgTable("keep", { id: integer("id").primaryKey() });
export const shop = pgSchema("shop");
export const mood = shop.enum("mood", ["sad", "happy"]);
export const counter = shop.sequence("counter");
export const visits = shop.table(
  "visits",
  {
    id: integer("id")
      .primaryKey()
      .default(sql`nextval('shop.counter')`),
    mood: mood("mood").notNull().default("happy"),
    keepId: integer("keep_id").references(() => keep.id),
  },
  (t) => [index("visits_mood_idx").on(t.mood)],
);
