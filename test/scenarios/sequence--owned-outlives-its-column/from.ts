import { sql } from "drizzle-orm";
import { bigint, integer, pgSequence, pgTable } from "drizzle-orm/pg-core";

export const s = pgSequence("s");
export const keep = pgTable("keep", { id: integer("id") });
export const t = pgTable("t", {
  id: bigint("id", { mode: "number" }).default(sql`nextval('s') + 1`),
  a: integer("a"),
});
