import { sql } from "drizzle-orm";
import { integer, pgPolicy, pgTable, text } from "drizzle-orm/pg-core";

export const docs = pgTable(
  "docs",
  { id: integer().primaryKey(), owner: text().notNull(), title: text() },
  (t) => [
    pgPolicy("p_all", { for: "all", using: sql`${t.owner} = current_user` }),
    pgPolicy("p_select", { for: "select", using: sql`${t.owner} = current_user` }),
    pgPolicy("p_insert", { for: "insert", withCheck: sql`${t.owner} = current_user` }),
    pgPolicy("p_update", { for: "update", using: sql`${t.owner} = current_user`, withCheck: sql`true` }),
    pgPolicy("p_delete", { for: "delete", using: sql`${t.owner} = current_user` }),
  ],
);
