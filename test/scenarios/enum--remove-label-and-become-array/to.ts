import { integer, pgEnum, pgTable, text } from "drizzle-orm/pg-core";

export const e = pgEnum("e", ["a"]);
export const t = pgTable("t", { id: integer("id").primaryKey(), a: text("a").default("b") });
