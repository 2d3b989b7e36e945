import { integer, pgTable, type AnyPgColumn } from "drizzle-orm/pg-core";

export const keep = pgTable("keep", { id: integer("id").primaryKey() });
export const users = pgTable("users", {
  id: integer("id").primaryKey(),
  teamId: integer("team_id").references((): AnyPgColumn => teams.id),
});
export const teams = pgTable("teams", {
  id: integer("id").primaryKey(),
  leadId: integer("lead_id").references(() => users.id),
  deputyId: integer("deputy_id").references(() => users.id),
});
