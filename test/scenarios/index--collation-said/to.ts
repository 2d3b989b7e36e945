import { sql } from "drizzle-orm";
import { index, integer, pgTable, text } from "drizzle-orm/pg-core";

export const t = pgTable("t", { id: integer("id").primaryKey(), a: text("a") }, (t) => [
  index("i1").on(sql`${t.a} collate "C"`),
  index("i2").on(sql`lower(${t.a}) collate "C" text_pattern_ops`),
  index("i3").on(sql`${t.a} collate "C" desc`),
  index("i4").on(sql`${t.a} collate "default"`),
  index("i5").on(sql`${t.a} collate pg_catalog."C"`),
]);
