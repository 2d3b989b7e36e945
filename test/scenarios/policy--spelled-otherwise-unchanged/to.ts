import { sql } from "drizzle-orm";
import { integer, pgPolicy, pgTable, text } from "drizzle-orm/pg-core";

export const docs = pgTable(
  "docs",
  { id: integer().primaryKey(), owner: text().notNull(), title: text() },
  () => [
    pgPolicy("docs_owner", {
      using: sql`(owner = CURRENT_USER) and docs.title = any (array['a', 'b'])`,
      withCheck: sql`public.docs.id > 0 AND (title::text) != 'it''s'`,
    }),
  ],
);
