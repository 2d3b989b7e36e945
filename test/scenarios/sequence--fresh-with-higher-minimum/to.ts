import { integer, pgSequence, pgTable } from "drizzle-orm/pg-core";

export const s = pgSequence("s", { minValue: 1000, startWith: 2000 });
export const t = pgTable("t", { id: integer("id").primaryKey() });
