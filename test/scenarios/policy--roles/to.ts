import { sql } from "drizzle-orm";
import { integer, pgPolicy, pgTable, text } from "drizzle-orm/pg-core";

export const docs = pgTable(
  "docs",
  { id: integer().primaryKey(), owner: text().notNull(), title: text() },
  (t) => [
    pgPolicy("docs_owner", { to: ["pg_read_all_data", "pg_monitor"], using: sql`${t.owner} = current_user` }),
  ],
);
