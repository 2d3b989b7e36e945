import { integer, pgSequence, pgTable } from "drizzle-orm/pg-core";

export const counter = pgSequence("counter", { startWith: 10, increment: -1, minValue: 1, maxValue: 100 });
export const keep = pgTable("keep", { id: integer("id").primaryKey() });
