import { integer, pgSequence, pgTable } from "drizzle-orm/pg-core";

export const s = pgSequence("s", { increment: -1, maxValue: -1000 });
export const t = pgTable("t", { id: integer("id").primaryKey() });
