import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";

export const items = pgTable(
  "items",
  {
    id: integer("id").primaryKey(),
    a: text("a"),
    b: integer("b"),
    tags: text("tags").array(),
    data: jsonb("data"),
    seenAt: timestamp("seen_at"),
  },
  (t) => [
    index("i_hash").using("hash", t.a),
    index("i_brin").using("brin", t.seenAt).with({ pages_per_range: 16 }),
    index("i_gin").using("gin", t.tags),
    index("i_gin_path").using("gin", t.data.op("jsonb_path_ops")),
    index("i_expression").on(sql`lower(${t.a})`),
    index("i_two").on(sql`(${t.b} + 1)`, t.a),
    index("i_desc").on(t.b.desc(), t.a.asc()),
    index("i_nulls").on(t.b.asc().nullsFirst(), t.seenAt.desc().nullsLast()),
    index("i_part")
      .on(t.a)
      .where(sql`${t.b} > 0 AND ${t.a} <> 'it''s'`),
    index("i_fill").on(t.a).with({ fillfactor: 50 }),
    index("i_pattern").on(t.a.op("text_pattern_ops")),
    index("i_json").on(sql`(${t.data} ->> 'k')`),
    index("i_search").using("gin", sql`to_tsvector('simple', ${t.a})`),
    index("i_concurrent").on(t.b).concurrently(),
  ],
);
