import { integer, pgTable, text } from "drizzle-orm/pg-core";

export const members = pgTable("members", { org: integer().notNull(), name: text().notNull() });
export const orgs = pgTable("orgs", { id: integer().primaryKey(), title: text() });
