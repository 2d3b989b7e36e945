import { index, integer, pgTable } from "drizzle-orm/pg-core";

export const keep = pgTable("keep", { id: integer("id").primaryKey() });
// Byte 63 lies inside the cup: Postgres leaves the whole character out.
export const long = pgTable(
  "ééééééééééééééééééééééééééééééé☕tail",
  { id: integer("ééééééééééééééééééééééééééééééé☕tail").primaryKey(), ref: integer("ref") },
  (t) => [index("xééééééééééééééééééééééééééééééé☕tail").on(t.ref)],
);
