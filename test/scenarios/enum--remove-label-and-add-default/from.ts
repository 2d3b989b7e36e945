import { integer, pgEnum, pgTable } from "drizzle-orm/pg-core";

export const e = pgEnum("e", ["a", "b"]);
export const t = pgTable("t", { id: integer("id").primaryKey(), a: e("a") });
