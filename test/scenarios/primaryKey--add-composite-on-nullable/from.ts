import { integer, pgTable } from "drizzle-orm/pg-core";

export const items = pgTable("items", { a: integer("a"), b: integer("b") });
