import { integer, pgSchema, pgTable } from "drizzle-orm/pg-core";

export const hr = pgSchema("hr");
export const people = hr.table("people", { id: integer("id").primaryKey(), bossId: integer("boss_id") });
export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  personId: integer("person_id").references(() => people.id, { onDelete: "set null" }),
});
