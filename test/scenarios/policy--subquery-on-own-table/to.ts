import { sql } from "drizzle-orm";
import { integer, pgPolicy, pgTable, text } from "drizzle-orm/pg-core";

export const docs = pgTable(
  "docs",
  { id: integer().primaryKey(), owner: text().notNull(), title: text() },
  (t) => [
    pgPolicy("docs_owner", {
      using: sql`exists (select 1 from docs d where d.owner = current_user and d.id < ${t.id})`,
    }),
    pgPolicy("latest", { for: "select", using: sql`${t.id} = (select max(id) from docs)` }),
  ],
);
