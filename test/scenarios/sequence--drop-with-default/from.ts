import { sql } from "drizzle-orm";
import { bigint, integer, pgSequence, pgTable } from "drizzle-orm/pg-core";

export const counter = pgSequence("counter");
export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  number: bigint("number", { mode: "number" })
    .notNull()
    .default(sql`nextval('public.counter'::regclass)`),
});
