import { integer, pgSequence, pgTable } from "drizzle-orm/pg-core";

export const counter = pgSequence("counter");
export const keep = pgTable("keep", { id: integer("id").primaryKey() });
