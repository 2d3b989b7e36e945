import { sql } from "drizzle-orm";
import { crudPolicy } from "drizzle-orm/neon";
import { integer, pgTable, text } from "drizzle-orm/pg-core";

export const docs = pgTable(
  "docs",
  { id: integer().primaryKey(), owner: text().notNull(), title: text() },
  (t) =>
    crudPolicy({ role: "pg_monitor", read: true, modify: sql`${t.owner} = current_user` }).filter(
      (policy) => policy !== undefined,
    ),
);
