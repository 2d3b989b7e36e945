import { integer, pgSequence, pgTable } from "drizzle-orm/pg-core";

export const s = pgSequence("s");
export const t = pgTable("t", { id: integer("id").primaryKey() });
