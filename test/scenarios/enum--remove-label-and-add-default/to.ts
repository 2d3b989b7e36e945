import { integer, pgEnum, pgTable } from "drizzle-orm/pg-core";

export const e = pgEnum("e", ["a"]);
export const t = pgTable("t", { id: integer("id").primaryKey(), a: e("a").default("a") });
