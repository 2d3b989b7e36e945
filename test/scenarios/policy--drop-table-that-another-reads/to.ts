import { sql } from "drizzle-orm";
import { integer, pgPolicy, pgTable, text } from "drizzle-orm/pg-core";

export const orgs = pgTable("orgs", { id: integer().primaryKey(), title: text() }, (t) => [
  pgPolicy("orgs_members", { using: sql`${t.id} > 0` }),
]);
