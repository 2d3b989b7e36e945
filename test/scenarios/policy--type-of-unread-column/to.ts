import { sql } from "drizzle-orm";
import { integer, pgPolicy, pgTable, text, varchar } from "drizzle-orm/pg-core";

export const docs = pgTable(
  "docs",
  { id: integer().primaryKey(), owner: text().notNull(), title: varchar({ length: 50 }) },
  (t) => [pgPolicy("docs_owner", { using: sql`${t.id} > 0` })],
);
