import { sql } from "drizzle-orm";
import { integer, pgPolicy, pgRole, pgTable, text } from "drizzle-orm/pg-core";

export const monitor = pgRole("pg_monitor").existing();
export const docs = pgTable(
  "docs",
  { id: integer().primaryKey(), owner: text().notNull(), title: text() },
  (t) => [
    pgPolicy("docs_owner", { to: monitor, using: sql`${t.owner} = current_user` }),
    pgPolicy("b", { to: [monitor, "pg_read_all_data"], using: sql`${t.owner} = current_user` }),
  ],
);
