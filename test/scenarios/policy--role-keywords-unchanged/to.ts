import { sql } from "drizzle-orm";
import { integer, pgPolicy, pgTable, text } from "drizzle-orm/pg-core";

export const docs = pgTable(
  "docs",
  { id: integer().primaryKey(), owner: text().notNull(), title: text() },
  (t) => [
    pgPolicy("docs_owner", { to: "session_user", using: sql`${t.owner} = current_user` }),
    pgPolicy("b", { to: ["pg_monitor", "current_role"] }),
    pgPolicy("c", { to: "public" }),
  ],
);
