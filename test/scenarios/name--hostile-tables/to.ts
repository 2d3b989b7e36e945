import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, unique, type AnyPgColumn } from "drizzle-orm/pg-core";

export const keep = pgTable("keep", { id: integer("id").primaryKey() });
export const t0 = pgTable(
  'say "hi"',
  { id: integer('say "hi"').primaryKey(), ref: integer("ref").references((): AnyPgColumn => t0.id) },
  (t) => [
    index('say "hi" index').on(t.ref),
    check('say "hi" check', sql`${t.ref} > 0`),
    unique('say "hi" unique').on(t.ref),
  ],
);
export const t1 = pgTable(
  "it's",
  { id: integer("it's").primaryKey(), ref: integer("ref").references((): AnyPgColumn => t1.id) },
  (t) => [
    index("it's index").on(t.ref),
    check("it's check", sql`${t.ref} > 0`),
    unique("it's unique").on(t.ref),
  ],
);
export const t2 = pgTable(
  "a.b",
  { id: integer("a.b").primaryKey(), ref: integer("ref").references((): AnyPgColumn => t2.id) },
  (t) => [
    index("a.b index").on(t.ref),
    check("a.b check", sql`${t.ref} > 0`),
    unique("a.b unique").on(t.ref),
  ],
);
export const t3 = pgTable(
  "two words",
  { id: integer("two words").primaryKey(), ref: integer("ref").references((): AnyPgColumn => t3.id) },
  (t) => [
    index("two words index").on(t.ref),
    check("two words check", sql`${t.ref} > 0`),
    unique("two words unique").on(t.ref),
  ],
);
export const t4 = pgTable(
  "select",
  { id: integer("select").primaryKey(), ref: integer("ref").references((): AnyPgColumn => t4.id) },
  (t) => [
    index("select index").on(t.ref),
    check("select check", sql`${t.ref} > 0`),
    unique("select unique").on(t.ref),
  ],
);
export const t5 = pgTable(
  "MixedCase",
  { id: integer("MixedCase").primaryKey(), ref: integer("ref").references((): AnyPgColumn => t5.id) },
  (t) => [
    index("MixedCase index").on(t.ref),
    check("MixedCase check", sql`${t.ref} > 0`),
    unique("MixedCase unique").on(t.ref),
  ],
);
export const t6 = pgTable(
  "☕ emoji",
  { id: integer("☕ emoji").primaryKey(), ref: integer("ref").references((): AnyPgColumn => t6.id) },
  (t) => [
    index("☕ emoji index").on(t.ref),
    check("☕ emoji check", sql`${t.ref} > 0`),
    unique("☕ emoji unique").on(t.ref),
  ],
);
export const t7 = pgTable(
  "0",
  { id: integer("0").primaryKey(), ref: integer("ref").references((): AnyPgColumn => t7.id) },
  (t) => [index("0 index").on(t.ref), check("0 check", sql`${t.ref} > 0`), unique("0 unique").on(t.ref)],
);
export const t8 = pgTable(
  "semi;colon",
  { id: integer("semi;colon").primaryKey(), ref: integer("ref").references((): AnyPgColumn => t8.id) },
  (t) => [
    index("semi;colon index").on(t.ref),
    check("semi;colon check", sql`${t.ref} > 0`),
    unique("semi;colon unique").on(t.ref),
  ],
);
export const t9 = pgTable(
  "back\\slash",
  { id: integer("back\\slash").primaryKey(), ref: integer("ref").references((): AnyPgColumn => t9.id) },
  (t) => [
    index("back\\slash index").on(t.ref),
    check("back\\slash check", sql`${t.ref} > 0`),
    unique("back\\slash unique").on(t.ref),
  ],
);
export const t10 = pgTable(
  "dollar$1",
  { id: integer("dollar$1").primaryKey(), ref: integer("ref").references((): AnyPgColumn => t10.id) },
  (t) => [
    index("dollar$1 index").on(t.ref),
    check("dollar$1 check", sql`${t.ref} > 0`),
    unique("dollar$1 unique").on(t.ref),
  ],
);
export const t11 = pgTable(
  "100%",
  { id: integer("100%").primaryKey(), ref: integer("ref").references((): AnyPgColumn => t11.id) },
  (t) => [
    index("100% index").on(t.ref),
    check("100% check", sql`${t.ref} > 0`),
    unique("100% unique").on(t.ref),
  ],
);
export const t12 = pgTable(
  "--comment",
  { id: integer("--comment").primaryKey(), ref: integer("ref").references((): AnyPgColumn => t12.id) },
  (t) => [
    index("--comment index").on(t.ref),
    check("--comment check", sql`${t.ref} > 0`),
    unique("--comment unique").on(t.ref),
  ],
);
export const t13 = pgTable(
  "/* c */",
  { id: integer("/* c */").primaryKey(), ref: integer("ref").references((): AnyPgColumn => t13.id) },
  (t) => [
    index("/* c */ index").on(t.ref),
    check("/* c */ check", sql`${t.ref} > 0`),
    unique("/* c */ unique").on(t.ref),
  ],
);
export const t14 = pgTable(
  "percent %s",
  { id: integer("percent %s").primaryKey(), ref: integer("ref").references((): AnyPgColumn => t14.id) },
  (t) => [
    index("percent %s index").on(t.ref),
    check("percent %s check", sql`${t.ref} > 0`),
    unique("percent %s unique").on(t.ref),
  ],
);
export const t15 = pgTable(
  "tab\tbed",
  { id: integer("tab\tbed").primaryKey(), ref: integer("ref").references((): AnyPgColumn => t15.id) },
  (t) => [
    index("tab\tbed index").on(t.ref),
    check("tab\tbed check", sql`${t.ref} > 0`),
    unique("tab\tbed unique").on(t.ref),
  ],
);
export const t16 = pgTable(
  "line\nbreak",
  { id: integer("line\nbreak").primaryKey(), ref: integer("ref").references((): AnyPgColumn => t16.id) },
  (t) => [
    index("line\nbreak index").on(t.ref),
    check("line\nbreak check", sql`${t.ref} > 0`),
    unique("line\nbreak unique").on(t.ref),
  ],
);
export const t17 = pgTable(
  "${x}",
  { id: integer("${x}").primaryKey(), ref: integer("ref").references((): AnyPgColumn => t17.id) },
  (t) => [
    index("${x} index").on(t.ref),
    check("${x} check", sql`${t.ref} > 0`),
    unique("${x} unique").on(t.ref),
  ],
);
export const t18 = pgTable(
  "`tick`",
  { id: integer("`tick`").primaryKey(), ref: integer("ref").references((): AnyPgColumn => t18.id) },
  (t) => [
    index("`tick` index").on(t.ref),
    check("`tick` check", sql`${t.ref} > 0`),
    unique("`tick` unique").on(t.ref),
  ],
);
