import { sql } from "drizzle-orm";
import { integer, pgPolicy, pgTable, uuid } from "drizzle-orm/pg-core";

export const docs = pgTable("docs", { id: integer().primaryKey(), owner: uuid() }, (t) => [
  pgPolicy("own", { using: sql`(select auth.uid()) = ${t.owner}` }),
]);
