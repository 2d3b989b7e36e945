import { sql } from "drizzle-orm";
import { index, integer, pgSchema, pgTable, serial } from "drizzle-orm/pg-core";

export const keep = pgTable("keep", { id: integer("id").primaryKey() });
export const odd = pgSchema('Odd "schema".x');
export const mood = odd.enum('Mood\'s "type"', ["a", "b"]);
export const numbers = odd.sequence('Number\'s "sequence"');
export const things = odd.table(
  "Odd.things",
  {
    id: serial("Id").primaryKey(),
    mood: mood("Mood").notNull().default("a"),
    moods: mood("Moods").array().default(["b"]),
    number: integer("Number").default(sql`nextval('"Odd ""schema"".x"."Number''s ""sequence"""')`),
  },
  (t) => [index("Things by mood").on(t.mood)],
);
