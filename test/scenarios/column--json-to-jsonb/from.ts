import { integer, json, pgTable } from "drizzle-orm/pg-core";

export const items = pgTable("items", { id: integer("id").primaryKey(), a: json("a").default({}) });
