import { sql } from "drizzle-orm";
import { integer, pgPolicy, pgTable, text } from "drizzle-orm/pg-core";

export const docs = pgTable(
  "docs",
  { id: integer().primaryKey(), owner: text().notNull(), title: text() },
  (t) => [
    pgPolicy("docs_owner", { to: "current_user", using: sql`${t.owner} = current_user` }),
    pgPolicy("b", { to: ["session_user", "pg_monitor"] }),
    pgPolicy("c", { to: ["public", "pg_monitor"] }),
  ],
);
