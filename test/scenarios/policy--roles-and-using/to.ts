import { sql } from "drizzle-orm";
import { integer, pgPolicy, pgTable, text } from "drizzle-orm/pg-core";

export const docs = pgTable(
  "docs",
  { id: integer().primaryKey(), owner: text().notNull(), title: text() },
  () => [
    pgPolicy("docs_owner", { to: ["pg_monitor", "current_user"], using: sql`true`, withCheck: sql`false` }),
  ],
);
