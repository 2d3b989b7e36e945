import { integer, pgSequence, pgTable } from "drizzle-orm/pg-core";

export const counter = pgSequence("counter", { cache: 20 });
export const keep = pgTable("keep", { id: integer("id").primaryKey() });
