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
    index("i_desc").on(t.b.desc(), t.a.asc()),
    index("i_nulls").on(t.b.asc().nullsFirst(), t.seenAt.desc().nullsFirst()),
    index("i_gin").using("gin", t.tags),
    index("i_op").on(t.a.op("text_ops")),
    index("i_fill").on(t.a).with({ fillfactor: "80" }),
  ],
);
