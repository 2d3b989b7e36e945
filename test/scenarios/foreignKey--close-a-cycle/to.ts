import { integer, pgTable, type AnyPgColumn } from "drizzle-orm/pg-core";

export const users = pgTable("users", {
  id: integer("id").primaryKey(),
  teamId: integer("team_id").references((): AnyPgColumn => squads.id),
});
export const squads = pgTable("squads", {
  id: integer("id").primaryKey(),
  leadId: integer("lead_id").references(() => users.id),
});
