import { sql } from "drizzle-orm";
import { integer, pgPolicy, pgTable, uuid } from "drizzle-orm/pg-core";

export const docs = pgTable("docs", { id: integer().primaryKey(), owner: uuid() }, (t) => [
  pgPolicy("own", {
    to: "pg_monitor",
    using: sql`(select auth.uid()) = ${t.owner}`,
    withCheck: sql`auth.uid() = ${t.owner}`,
  }),
]);
