import { index, integer, pgTable, text } from "drizzle-orm/pg-core";

export const events = pgTable("events", { id: integer("id").primaryKey(), note: text("note") }, (t) => [
  index("events_note_idx").on(t.note),
]);
