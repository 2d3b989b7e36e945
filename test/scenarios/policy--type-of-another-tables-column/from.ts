import { sql } from "drizzle-orm";
import { integer, pgPolicy, pgTable, text } from "drizzle-orm/pg-core";

export const members = pgTable("members", { org: integer().notNull(), name: text().notNull() });
export const orgs = pgTable("orgs", { id: integer().primaryKey(), title: text() }, (t) => [
  pgPolicy("orgs_members", {
    using: sql`exists (select 1 from ${members} where ${members.org} = ${t.id} and ${members.name} = current_user)`,
  }),
]);
