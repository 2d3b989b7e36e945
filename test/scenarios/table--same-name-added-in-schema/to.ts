import { index, integer, pgSchema, pgTable, text } from "drizzle-orm/pg-core";

export const archive = pgSchema("archive");
export const events = pgTable("events", { id: integer("id").primaryKey(), note: text("note") }, (t) => [
  index("events_note_idx").on(t.note),
]);
export const archivedEvents = archive.table(
  "events",
  { id: integer("id").primaryKey(), note: text("note") },
  (t) => [index("events_note_idx").on(t.note)],
);
