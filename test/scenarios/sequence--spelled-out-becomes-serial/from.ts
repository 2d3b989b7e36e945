import { sql } from "drizzle-orm";
import { integer, pgSequence, pgTable } from "drizzle-orm/pg-core";

export const s = pgSequence("t_id_seq", { startWith: 5 });
export const t = pgTable("t", {
  id: integer("id")
    .primaryKey()
    .default(sql`nextval('t_id_seq')`),
  a: integer("a"),
});
