import { sql } from "drizzle-orm";
import { bigint, integer, pgSequence, pgTable } from "drizzle-orm/pg-core";

export const s = pgSequence("t_id_seq");
export const t = pgTable("t", {
  id: bigint("id", { mode: "number" })
    .primaryKey()
    .default(sql`nextval('t_id_seq')`),
  a: integer("a"),
});
