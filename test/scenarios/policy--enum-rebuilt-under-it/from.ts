import { sql } from "drizzle-orm";
import { integer, pgEnum, pgPolicy, pgTable } from "drizzle-orm/pg-core";

export const state = pgEnum("state", ["new", "old", "gone"]);
export const t = pgTable("t", { id: integer(), state: state() }, (t) => [
  pgPolicy("open", { using: sql`${t.state} in ('new', 'old')` }),
  pgPolicy("array", { for: "select", using: sql`${t.state} = any ('{new}'::state[])` }),
]);
