import { integer, pgTable, serial } from "drizzle-orm/pg-core";

export const t = pgTable("t", { id: serial("id").primaryKey(), a: integer("a") });
