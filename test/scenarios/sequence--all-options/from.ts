import { integer, pgSequence, pgTable } from "drizzle-orm/pg-core";

export const counter = pgSequence("counter", { startWith: 1, increment: 1, cache: 1 });
export const keep = pgTable("keep", { id: integer("id").primaryKey() });
