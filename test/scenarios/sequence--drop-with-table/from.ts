import { sql } from "drizzle-orm";
import { bigint, integer, pgSequence, pgTable } from "drizzle-orm/pg-core";

export const counter = pgSequence("counter");
export const keep = pgTable("keep", { id: integer("id").primaryKey() });
export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  number: bigint("number", { mode: "number" }).default(sql`nextval('public.counter')`),
});
