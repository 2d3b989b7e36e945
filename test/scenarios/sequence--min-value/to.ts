import { integer, pgSequence, pgTable } from "drizzle-orm/pg-core";

export const counter = pgSequence("counter", { minValue: -10, startWith: 1 });
export const keep = pgTable("keep", { id: integer("id").primaryKey() });
