import { integer, pgTable } from "drizzle-orm/pg-core";

export const t = pgTable("a \"b\" 'c'", { x: integer('x "y"'), y: integer("select") });
