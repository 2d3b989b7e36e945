import { integer, pgTable, serial } from "drizzle-orm/pg-core";

export const t = pgTable("t", { id: serial("id"), a: integer("a") });
export const u = pgTable("u", { id: serial("id").primaryKey() });
