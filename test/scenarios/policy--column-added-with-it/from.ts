import { integer, pgTable, text } from "drizzle-orm/pg-core";

export const docs = pgTable("docs", { id: integer().primaryKey(), title: text() });
