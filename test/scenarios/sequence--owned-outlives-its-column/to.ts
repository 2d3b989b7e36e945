import { integer, pgSequence, pgTable } from "drizzle-orm/pg-core";

export const s = pgSequence("s");
export const keep = pgTable("keep", { id: integer("id") });
export const t = pgTable("t", { a: integer("a") });
