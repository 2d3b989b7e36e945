import { integer, pgTable, text } from "drizzle-orm/pg-core";

export const docs = pgTable("docs", {
  id: integer().primaryKey(),
  owner: text().notNull(),
  title: text(),
}).enableRLS();
