import type { RandomDefault, RandomModel, RandomType } from "./model.ts";
import type { TypeSpec } from "./typeSpec.ts";

type Rest = Partial<Omit<TypeSpec, "name" | "family" | "group" | "rank" | "value">> & {
  readonly builders: TypeSpec["builders"];
};

function type(
  name: string,
  [family, group, rank]: readonly [string, string, number],
  value: (row: number) => string,
  rest: Rest,
): TypeSpec {
  const own = { name, family, group, rank, sql: [name], defaults: [], distinct: 1000, ordered: true };
  return { ...own, value, ...rest };
}

/** A custom type whose author says `text`. */
function custom(text: string): readonly [string, string] {
  return [`custom(${JSON.stringify(text)})`, ""];
}

function said(drizzle: readonly string[], sql: readonly string[]): RandomDefault {
  return { drizzle, sql };
}

const whole = [1, 2, 5].map((n) => said([`${n}`, `sql\`${n}\``, `sql\`\${${n}}\``], [`${n}`, `(${n})`]));
const count = (row: number): string => String(row + 1);
const hour = (row: number): string => `12:30:0${row}`;
const word = (row: number): string => `v${row}`;
const decimals = [said(["sql`1.5`", "sql`(1.5)`"], ["1.5", "(1.5)"]), said(["sql`2`"], ["2"])];
const floats = [said(["1.5", "sql`1.5`"], ["1.5"]), said(["2", "sql`2`"], ["2"])];
const words = (cast: readonly string[]): readonly RandomDefault[] =>
  ["plain", "it's", "now()", "a\\b"].map((text) => {
    const literal = `'${text.replaceAll("'", "''")}'`;
    return said([JSON.stringify(text)], [literal, ...cast.map((name) => `${literal}::${name}`)]);
  });
const day = (cast: readonly string[]): RandomDefault =>
  said(
    ['"2024-02-29"', "sql`'2024-02-29'`"],
    ["'2024-02-29'", ...cast.map((name) => `'2024-02-29'::${name}`)],
  );
const now = said(["sql`now()`", "sql`NOW()`", "sql`(now())`"], ["now()", "NOW()", "pg_catalog.now()"]);
const currentTime = said(["sql`CURRENT_TIMESTAMP`"], ["CURRENT_TIMESTAMP", "current_timestamp"]);
const object = (casts: readonly string[]): readonly RandomDefault[] => [
  said(['{ a: "it\'s" }'], [`'{"a":"it''s"}'`, ...casts.map((name) => `'{"a":"it''s"}'::${name}`)]),
  said(["{}"], ["'{}'", ...casts.map((name) => `'{}'::${name}`)]),
];

const NUMBERS: readonly TypeSpec[] = [
  type("smallint", ["integer", "number", 9], count, {
    builders: [["pg.smallint", ""], custom("int2")],
    sql: ["smallint", "int2", "SMALLINT"],
    defaults: whole,
  }),
  type("integer", ["integer", "number", 8], count, {
    builders: [["pg.integer", ""], custom("int4"), custom("int")],
    sql: ["integer", "int", "int4", "INT"],
    defaults: whole,
  }),
  type("bigint", ["integer", "number", 7], count, {
    builders: [["pg.bigint", '{ mode: "number" }'], ["pg.bigint", '{ mode: "bigint" }'], custom("int8")],
    sql: ["bigint", "int8", "BIGINT"],
    defaults: whole,
  }),
  ...(["smallserial", "serial", "bigserial"] as const).map((name, i) =>
    type(name, ["integer", "number", 9 - i], count, {
      builders: [[`pg.${name}`, name === "bigserial" ? '{ mode: "number" }' : ""]],
      sql: [name, `serial${[2, 4, 8][i]}`, name.toUpperCase()],
    }),
  ),
  type("numeric", ["decimal", "number", 2], count, {
    builders: [["pg.numeric", ""], ["pg.decimal", ""], custom("decimal")],
    sql: ["numeric", "decimal", "dec"],
    defaults: decimals,
  }),
  type("numeric(10,2)", ["decimal", "number", 3], (row) => `${row + 1}.00`, {
    builders: [
      ["pg.numeric", "{ precision: 10, scale: 2 }"],
      custom("numeric(10, 2)"),
      custom("decimal(10,2)"),
    ],
    sql: ["numeric(10,2)", "numeric(10, 2)", "NUMERIC ( 10 , 2 )", "decimal(10,2)"],
    defaults: decimals,
  }),
  type("numeric(12,4)", ["decimal", "number", 4], (row) => `${row + 1}.0000`, {
    builders: [["pg.numeric", "{ precision: 12, scale: 4 }"]],
    sql: ["numeric(12,4)", "dec(12, 4)"],
    defaults: decimals,
  }),
  type("real", ["decimal", "number", 5], count, {
    builders: [["pg.real", ""], custom("float4")],
    sql: ["real", "float4", "float(24)"],
    defaults: floats,
  }),
  type("double precision", ["decimal", "number", 6], count, {
    builders: [["pg.doublePrecision", ""], custom("float8")],
    sql: ["double precision", "float8", "float", "DOUBLE  PRECISION"],
    defaults: floats,
  }),
];

const TEXTS: readonly TypeSpec[] = [
  type("text", ["text", "text", 0], word, {
    builders: [
      ["pg.text", ""],
      ["pg.text", '{ enum: ["a", "b"] }'],
    ],
    sql: ["text", "TEXT"],
    defaults: words(["text"]),
  }),
  type("varchar", ["varchar", "text", 1], word, {
    builders: [["pg.varchar", ""], custom("character varying")],
    sql: ["varchar", "character varying", "VARCHAR"],
    defaults: words(["varchar", "character varying"]),
  }),
  ...[20, 40].map((length) =>
    type(`varchar(${length})`, ["varchar", "text", 60 - length], word, {
      builders: [["pg.varchar", `{ length: ${length} }`], custom(`character varying (${length})`)],
      sql: [`varchar(${length})`, `character varying(${length})`, `VARCHAR ( ${length} )`],
      defaults: words(["varchar", "character varying"]),
    }),
  ),
  type("char(8)", ["char", "text", 50], word, {
    builders: [["pg.char", "{ length: 8 }"], custom("character(8)")],
    sql: ["char(8)", "character(8)"],
    defaults: words(["bpchar"]),
  }),
];

const TIMES: readonly TypeSpec[] = [
  type("date", ["date", "time", 9], (row) => `2024-01-0${row + 1}`, {
    builders: [["pg.date", ""], ["pg.date", '{ mode: "string" }'], custom("date")],
    defaults: [
      day(["date"]),
      said(["sql`CURRENT_DATE`", "sql`current_date`"], ["CURRENT_DATE", "current_date"]),
    ],
  }),
  ...["", "(3)"].flatMap((digits, i) => [
    type(`timestamp${digits}`, ["time", "time", 2 + i], (row) => `2024-01-0${row + 1} 00:00:00`, {
      builders: [["pg.timestamp", digits === "" ? '{ mode: "string" }' : '{ mode: "string", precision: 3 }']],
      sql: [`timestamp${digits}`, `timestamp${digits} without time zone`, `TIMESTAMP ${digits}`],
      defaults: [day(["timestamp"]), now],
    }),
    type(`timestamptz${digits}`, ["time", "time", 4 + i], (row) => `2024-01-0${row + 1} 00:00:00+00`, {
      builders: [
        ["pg.timestamp", `{ mode: "string", withTimezone: true${digits === "" ? "" : ", precision: 3"} }`],
        custom(`timestamptz${digits}`),
      ],
      sql: [`timestamptz${digits}`, `timestamp${digits} with time zone`],
      defaults: digits === "" ? [now, currentTime] : [now],
    }),
  ]),
  type("time", ["clock", "clock", 2], hour, {
    builders: [["pg.time", ""]],
    sql: ["time", "time without time zone"],
    defaults: [said(['"12:30:00"'], ["'12:30:00'", "'12:30'::time"])],
  }),
  type("time(3)", ["clock", "clock", 3], hour, {
    builders: [["pg.time", "{ precision: 3 }"]],
    sql: ["time(3)", "time (3) without time zone"],
  }),
  type("interval", ["interval", "interval", 1], (row) => `${row + 2} days`, {
    builders: [["pg.interval", ""]],
    defaults: [said(['"1 day"', "sql`'1 day'`"], ["'1 day'", "'1 day'::interval", "interval '1 day'"])],
  }),
  type("interval day", ["interval", "interval", 2], (row) => `${row + 2} days`, {
    builders: [["pg.interval", '{ fields: "day" }']],
    sql: ["interval day", "INTERVAL DAY"],
  }),
];

const OTHERS: readonly TypeSpec[] = [
  type("boolean", ["boolean", "boolean", 1], (row) => (row % 2 === 0 ? "true" : "false"), {
    builders: [["pg.boolean", ""], custom("bool")],
    sql: ["boolean", "bool", "BOOLEAN"],
    defaults: [
      said(["true", "sql`true`"], ["true", "TRUE", "'t'", "'true'::bool"]),
      said(["false"], ["false", "'f'::boolean"]),
    ],
    distinct: 2,
  }),
  type("uuid", ["uuid", "uuid", 1], (row) => `6b1b36cb-9d1c-4b8c-9d0e-0c6d3e3f2a1${row}`, {
    builders: [["pg.uuid", ""]],
    sql: ["uuid", "UUID"],
    defaults: [said(["sql`gen_random_uuid()`"], ["gen_random_uuid()", "pg_catalog.gen_random_uuid()"])],
  }),
  type("json", ["json", "json", 1], (row) => `{"n": ${row}}`, {
    builders: [["pg.json", ""]],
    defaults: object(["json"]),
    ordered: false,
  }),
  type("jsonb", ["jsonb", "json", 2], (row) => `{"n": ${row}}`, {
    builders: [["pg.jsonb", ""]],
    sql: ["jsonb", "JSONB"],
    defaults: object(["jsonb"]),
  }),
  type("inet", ["inet", "inet", 1], (row) => `10.0.0.${row}/32`, {
    builders: [["pg.inet", ""]],
    defaults: [said(['"127.0.0.1"'], ["'127.0.0.1'", "'127.0.0.1'::inet", "inet '127.0.0.1'"])],
  }),
  type("cidr", ["cidr", "cidr", 1], (row) => `10.0.${row}.0/24`, { builders: [["pg.cidr", ""]] }),
  type("macaddr", ["mac", "mac", 1], (row) => `08:00:2b:01:02:0${row}`, { builders: [["pg.macaddr", ""]] }),
  type("macaddr8", ["mac8", "mac8", 1], (row) => `08:00:2b:01:02:03:04:0${row}`, {
    builders: [["pg.macaddr8", ""]],
  }),
  type("bit(3)", ["bit", "bit", 1], (row) => row.toString(2).padStart(3, "0"), {
    builders: [["pg.bit", "{ dimensions: 3 }"]],
    sql: ["bit(3)", "BIT (3)"],
    defaults: [said(['"101"', "sql`'101'`"], ["'101'", "B'101'"])],
  }),
  type("bytea", ["bytea", "bytea", 1], (row) => `\\x0${row}`, { builders: [custom("bytea")] }),
  type("tsvector", ["tsvector", "tsvector", 1], (row) => `'v${row}'`, { builders: [custom("tsvector")] }),
  type("int4range", ["range", "range", 1], (row) => `[${row},${row + 9})`, {
    builders: [custom("int4range")],
  }),
  type("point", ["point", "point", 1], (row) => `(${row},1)`, {
    builders: [["pg.point", ""]],
    defaults: [said(["[1, 2]"], ["'(1,2)'", "'(1,2)'::point"])],
    ordered: false,
  }),
  type("line", ["line", "line", 1], (row) => `{1,2,${row}}`, { builders: [["pg.line", ""]], ordered: false }),
];

const EXTENSIONS: readonly TypeSpec[] = [
  type("citext", ["citext", "text", 2], word, {
    builders: [custom("citext")],
    sql: ["citext", "CITEXT", "public.citext"],
    defaults: words(["citext"]),
    extension: "citext",
  }),
  type("ltree", ["ltree", "ltree", 1], (row) => `top.v${row}`, {
    builders: [custom("ltree")],
    defaults: [said(['"a.b"'], ["'a.b'", "'a.b'::ltree"])],
    extension: "ltree",
  }),
  type("hstore", ["hstore", "hstore", 1], (row) => `"k"=>"${row}"`, {
    builders: [custom("hstore")],
    defaults: [said(["sql`'k=>1'`", "sql`'k=>1'::hstore`"], ["'k=>1'", "'k=>1'::public.hstore"])],
    ordered: false,
    extension: "hstore",
  }),
];

/** Every type of a bare server, and some of the extensions that come with it. */
export const TYPES: readonly TypeSpec[] = [...NUMBERS, ...TEXTS, ...TIMES, ...OTHERS, ...EXTENSIONS];

const BY_NAME = new Map(TYPES.map((spec) => [spec.name, spec]));

/** What is known of a built-in type. */
export function specOf(name: string): TypeSpec {
  const spec = BY_NAME.get(name);
  if (spec === undefined) throw new TypeError(`no type ${name}`);
  return spec;
}

/** SQL for the extensions that the types of models come from. */
export function extensionSql(models: readonly RandomModel[]): string {
  const types = models
    .flatMap(({ tables }) => tables.flatMap(({ columns }) => columns))
    .map(({ type }) => type);
  const names = types.flatMap((one) => ("enum" in one ? [] : (specOf(one.name).extension ?? [])));
  return [...new Set(names)].map((name) => `CREATE EXTENSION ${name};`).join("\n");
}

/** The family that expressions ask for. */
export function familyOf(type: RandomType): string {
  if (type.dimensions > 0) return "array";
  return "enum" in type ? `enum ${type.enum.schema}.${type.enum.name}` : specOf(type.name).family;
}

/** Whether the column fills itself from a sequence. */
export function isSerial(type: RandomType): boolean {
  return "name" in type && type.name.endsWith("serial");
}

/** The type beneath a serial. */
export function plain(type: RandomType): RandomType {
  if (!("name" in type)) return type;
  const beneath: Readonly<Record<string, string>> = {
    smallserial: "smallint",
    serial: "integer",
    bigserial: "bigint",
  };
  return { ...type, name: beneath[type.name] ?? type.name };
}

/** Whether btree can order values of the type. */
export function isOrdered(type: RandomType): boolean {
  return "enum" in type || specOf(type.name).ordered;
}
