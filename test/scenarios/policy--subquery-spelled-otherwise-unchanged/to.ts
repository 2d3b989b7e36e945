import { sql } from "drizzle-orm";
import { integer, pgPolicy, pgTable, text } from "drizzle-orm/pg-core";

export const members = pgTable("members", { org: integer().notNull(), name: text().notNull() });
export const orgs = pgTable("orgs", { id: integer().primaryKey(), title: text() }, () => [
  pgPolicy("orgs_members", {
    using: sql`EXISTS (SELECT 1 FROM public.members WHERE members.org = public.orgs.id AND (members.name = current_user))`,
  }),
]);
