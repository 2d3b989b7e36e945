import { sql } from "drizzle-orm";
import { index, integer, pgTable, text } from "drizzle-orm/pg-core";

export const t = pgTable("t", { id: integer("id").primaryKey(), a: text("a") }, (t) => [
  index("i").on(sql`${t.a} collate "POSIX"`),
]);
