import { integer, pgSequence, pgTable, serial } from "drizzle-orm/pg-core";

export const s = pgSequence("my_seq");
export const t = pgTable("t", { id: serial("id").primaryKey(), a: integer("a") });
