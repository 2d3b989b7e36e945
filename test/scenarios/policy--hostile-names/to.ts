import { sql } from "drizzle-orm";
import { integer, pgPolicy, pgSchema, text } from "drizzle-orm/pg-core";

export const s = pgSchema("My App");
export const t = s.table('My "Docs"', { id: integer(), "Owner Name": text() }, (t) => [
  pgPolicy('it\'s "hers"', { using: sql`${t["Owner Name"]} = current_user` }),
  pgPolicy("constructor", { for: "insert", withCheck: sql`${t.id} > 0` }),
]);
