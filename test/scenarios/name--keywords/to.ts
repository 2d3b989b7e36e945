import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, serial, text } from "drizzle-orm/pg-core";

export const keep = pgTable("keep", { id: integer("id").primaryKey() });
export const user_ = pgTable(
  "user",
  {
    id: serial("primary").primaryKey(),
    end: text("end").notNull().default("null"),
    type: text("references").generatedAlwaysAs(sql`"end" || '!'`),
  },
  (t) => [
    check("user_when", sql`${t.end} <> ''`),
    index("user_where")
      .on(t.end)
      .where(sql`${t.end} <> 'all'`),
  ],
);
export const order_ = pgTable(
  "order",
  {
    id: serial("primary").primaryKey(),
    end: text("end").notNull().default("null"),
    type: text("references").generatedAlwaysAs(sql`"end" || '!'`),
  },
  (t) => [
    check("order_when", sql`${t.end} <> ''`),
    index("order_where")
      .on(t.end)
      .where(sql`${t.end} <> 'all'`),
  ],
);
export const group_ = pgTable(
  "group",
  {
    id: serial("primary").primaryKey(),
    end: text("end").notNull().default("null"),
    type: text("references").generatedAlwaysAs(sql`"end" || '!'`),
  },
  (t) => [
    check("group_when", sql`${t.end} <> ''`),
    index("group_where")
      .on(t.end)
      .where(sql`${t.end} <> 'all'`),
  ],
);
export const table_ = pgTable(
  "table",
  {
    id: serial("primary").primaryKey(),
    end: text("end").notNull().default("null"),
    type: text("references").generatedAlwaysAs(sql`"end" || '!'`),
  },
  (t) => [
    check("table_when", sql`${t.end} <> ''`),
    index("table_where")
      .on(t.end)
      .where(sql`${t.end} <> 'all'`),
  ],
);
export const default__ = pgTable(
  "default",
  {
    id: serial("primary").primaryKey(),
    end: text("end").notNull().default("null"),
    type: text("references").generatedAlwaysAs(sql`"end" || '!'`),
  },
  (t) => [
    check("default_when", sql`${t.end} <> ''`),
    index("default_where")
      .on(t.end)
      .where(sql`${t.end} <> 'all'`),
  ],
);
export const check_ = pgTable(
  "check",
  {
    id: serial("primary").primaryKey(),
    end: text("end").notNull().default("null"),
    type: text("references").generatedAlwaysAs(sql`"end" || '!'`),
  },
  (t) => [
    check("check_when", sql`${t.end} <> ''`),
    index("check_where")
      .on(t.end)
      .where(sql`${t.end} <> 'all'`),
  ],
);
