import { sql } from "drizzle-orm";
import { integer, pgSequence, pgTable } from "drizzle-orm/pg-core";

export const s = pgSequence("my_seq");
export const t = pgTable("t", {
  id: integer("id")
    .primaryKey()
    .default(sql`nextval('my_seq')`),
  a: integer("a"),
});
