// What format_type prints of the built-in types, by the names that SQL and pg_catalog have for them.
const PRINTED: Readonly<Record<string, string>> = {
  int: "integer",
  int2: "smallint",
  int4: "integer",
  int8: "bigint",
  integer: "integer",
  smallint: "smallint",
  bigint: "bigint",
  serial4: "serial",
  serial: "serial",
  serial8: "bigserial",
  bigserial: "bigserial",
  serial2: "smallserial",
  smallserial: "smallserial",
  bool: "boolean",
  boolean: "boolean",
  float4: "real",
  real: "real",
  float8: "double precision",
  float: "double precision",
  "double precision": "double precision",
  dec: "numeric",
  decimal: "numeric",
  numeric: "numeric",
  varchar: "character varying",
  "character varying": "character varying",
  "char varying": "character varying",
  char: "character",
  character: "character",
  nchar: "character",
  "national character": "character",
  "national char": "character",
  bpchar: "bpchar",
  bit: "bit",
  varbit: "bit varying",
  "bit varying": "bit varying",
  time: "time without time zone",
  "time without time zone": "time without time zone",
  timetz: "time with time zone",
  "time with time zone": "time with time zone",
  timestamp: "timestamp without time zone",
  "timestamp without time zone": "timestamp without time zone",
  timestamptz: "timestamp with time zone",
  "timestamp with time zone": "timestamp with time zone",
  interval: "interval",
  text: "text",
  uuid: "uuid",
  json: "json",
  jsonb: "jsonb",
  date: "date",
  bytea: "bytea",
  inet: "inet",
  cidr: "cidr",
  macaddr: "macaddr",
  macaddr8: "macaddr8",
  xml: "xml",
  money: "money",
  point: "point",
  line: "line",
  lseg: "lseg",
  box: "box",
  path: "path",
  polygon: "polygon",
  circle: "circle",
  tsvector: "tsvector",
  tsquery: "tsquery",
};

const SERIAL = /serial$/;
const FIELD = "year|month|day|hour|minute|second";
const FIELDS = new RegExp(`^interval (${FIELD})( to (${FIELD}))?$`);
const ARRAY = /( ?\[\d*\])+$| array( ?\[\d+\])?$/;
const NAME = /^(?:pg_catalog\.)?([a-z_][a-z0-9_ ]*?) ?(?:\(([\d, ]+)\))?( with(?:out)? time zone)?$/;

/**
 * What format_type would print of a type's SQL text, where it is a built-in type spelled in a way that is known here;
 * null where only Postgres can tell.
 */
export function builtInType(text: string): string | null {
  const spelled = text.trim().toLowerCase().replaceAll(/\s+/g, " ");
  const element = spelled.replace(ARRAY, "");
  const match = NAME.exec(element);
  if (match === null) return null;
  const [, head = "", modifier, zone = ""] = match;
  const type = modified(`${head}${zone}`, modifier);
  if (type === null || element === spelled) return type;
  return SERIAL.test(type) ? null : `${type}[]`;
}

/** Whether a type is one of the serial pseudo-types, which no column has. */
export function isSerialName(text: string): boolean {
  return SERIAL.test(builtInType(text) ?? "");
}

function modified(name: string, modifier: string | undefined): string | null {
  if (modifier === undefined && FIELDS.test(name)) return name;
  const printed = Object.hasOwn(PRINTED, name) ? PRINTED[name] : undefined;
  if (printed === undefined) return null;
  if (modifier === undefined) return LENGTH_ONE.has(printed) ? `${printed}(1)` : printed;
  const numbers = modifier.split(",").map((digits) => (digits.trim() === "" ? NaN : Number(digits)));
  if (!numbers.every(Number.isInteger)) return null;
  return MODIFIERS[printed]?.(name, numbers) ?? null;
}

// CHAR and BIT alone mean a length of one; bpchar alone has none.
const LENGTH_ONE: ReadonlySet<string> = new Set(["character", "bit"]);

type Modifier = (name: string, numbers: readonly number[]) => string | null;

const length: Modifier = (name, numbers) =>
  numbers.length === 1 ? `${name === "bpchar" ? "character" : PRINTED[name]}(${numbers[0]})` : null;

/** Precision stands after the first word; Postgres cuts more than 6 digits with a warning. */
const precision: Modifier = (name, numbers) => {
  const [digits = 7] = numbers;
  if (numbers.length !== 1 || digits > 6) return null;
  return (PRINTED[name] ?? name).replace(/^(time(?:stamp)?|interval)/, `$1(${digits})`);
};

const MODIFIERS: Readonly<Record<string, Modifier>> = {
  numeric: (_name, [digits, scale = 0, ...rest]) => (rest.length > 0 ? null : `numeric(${digits},${scale})`),
  "character varying": length,
  character: length,
  bpchar: length,
  bit: length,
  "bit varying": length,
  "time without time zone": precision,
  "time with time zone": precision,
  "timestamp without time zone": precision,
  "timestamp with time zone": precision,
  interval: precision,
  // float(n) counts binary digits: 24 fit into real.
  "double precision": (name, [bits = 0, ...rest]) =>
    name !== "float" || rest.length > 0 || bits < 1 || bits > 53
      ? null
      : bits <= 24
        ? "real"
        : "double precision",
};
