import type { Alteration } from "../../operations/operation.ts";
import { parseTypeName } from "../../catalog/sqlText.ts";
import { plainType } from "./serial.ts";

/** Types between which Postgres casts in assignments (`pg_cast.castcontext` i or a), by their common names. */
const FAMILIES: readonly (readonly string[])[] = [
  [
    "smallint",
    "int2",
    "integer",
    "int",
    "int4",
    "bigint",
    "int8",
    "numeric",
    "decimal",
    "real",
    "float4",
    "double precision",
    "float8",
  ],
  ["text", "varchar", "character varying", "char", "character", "bpchar", "name", "citext"],
  ["date", "timestamp", "timestamp without time zone", "timestamptz", "timestamp with time zone"],
  ["time", "time without time zone", "timetz", "time with time zone"],
  ["interval"],
  ["json", "jsonb"],
  ["inet", "cidr"],
  ["bit", "bit varying", "varbit"],
];
const TEXT = FAMILIES[1] ?? [];
const TIMES = [...(FAMILIES[2] ?? []), ...(FAMILIES[3] ?? [])];

/** The USING clause that ALTER COLUMN TYPE needs to cast `column`; null where Postgres does it by itself. */
export function castOf(column: string, from: string, to: string): string | null {
  if (!needsUsing(from, to)) return null;
  const [source, target] = [family(from), family(to)];
  const detour = isUsers(source.name) || isUsers(target.name);
  // Postgres knows no cast between two enum types, but every type has one to and from text.
  if (!detour || TEXT.includes(source.name)) return `${column}::${to}`;
  return `${column}::${source.array ? "text[]" : "text"}::${to}`;
}

/** Types that are not Postgres's own are always qualified. */
function isUsers(name: string): boolean {
  return name.includes(".");
}

/** Whether ALTER COLUMN TYPE needs a USING clause between these types: Postgres itself only tries assignment casts. */
function needsUsing(from: string, to: string): boolean {
  const [source, target] = [family(from), family(to)];
  if (source.array !== target.array) return !TEXT.includes(target.name) || target.array;
  if (source.name === target.name || (!target.array && TEXT.includes(target.name))) return false;
  return !FAMILIES.some((names) => names.includes(source.name) && names.includes(target.name));
}

function family(text: string): { readonly name: string; readonly array: boolean } {
  const bare = text
    .replace(/\(\s*[\d\s,]*\)/, " ")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
  const type = parseTypeName(bare);
  if (type === null) return { name: bare, array: bare.endsWith("]") };
  return {
    name: type.schema === undefined ? type.name.trim() : `${type.schema}.${type.name}`,
    array: type.array,
  };
}

/** Other names of one type. */
const SYNONYMS: Readonly<Record<string, string>> = {
  int2: "smallint",
  int: "integer",
  int4: "integer",
  int8: "bigint",
  decimal: "numeric",
  float4: "real",
  float8: "double precision",
  varchar: "character varying",
  char: "character",
  bpchar: "character",
  timestamp: "timestamp without time zone",
  timestamptz: "timestamp with time zone",
  time: "time without time zone",
  timetz: "time with time zone",
  varbit: "bit varying",
  bool: "boolean",
};

/**
 * Whether an alteration may leave the text of an expression over the column stale. Postgres parses the old print
 * again, casts and all, so it is certain to be the print of what the author wrote only where nothing but the type's
 * modifier differs.
 */
export function changesPrint({ from, to }: Alteration): boolean {
  if (from.kind !== "column" || to.kind !== "column") return true;
  const [before, after] = [printedType(from.type), printedType(to.type)];
  return before.name !== after.name || before.array !== after.array;
}

function printedType(text: string): ReturnType<typeof family> {
  const { name, array } = family(plainType(text));
  return { name: SYNONYMS[name] ?? name, array };
}

/** Types whose values Postgres compares with one another by one operator family, as a foreign key does. */
const COMPARED: readonly (readonly string[])[] = [
  ["smallint", "integer", "bigint"],
  ["real", "double precision"],
  ["text", "character varying"],
];

/** Whether an alteration changes the operators by which values of the column are compared. */
export function changesOperators(alteration: Alteration): boolean {
  const { from, to } = alteration;
  if (from.kind !== "column" || to.kind !== "column" || !changesPrint(alteration)) return false;
  const [before, after] = [printedType(from.type).name, printedType(to.type).name];
  return !COMPARED.some((names) => names.includes(before) && names.includes(after));
}

/** Whether an alteration changes a type so much that expressions over the old type need not make sense any more. */
export function changesFamily({ from, to }: Alteration): boolean {
  if (from.kind !== "column" || to.kind !== "column") return true;
  const types = [plainType(from.type), plainType(to.type)] as const;
  return needsUsing(...types) || changesToText(...types) || changesTimeZone(...types);
}

/** A literal that was read as the one kind of time is compared with the other in the session's time zone. */
function changesTimeZone(from: string, to: string): boolean {
  const [source, target] = [family(from).name, family(to).name];
  return source !== target && TIMES.includes(source) && TIMES.includes(target);
}

/** Anything becomes text without a cast being named, but operators on it change their meaning. */
function changesToText(from: string, to: string): boolean {
  return TEXT.includes(family(to).name) && !TEXT.includes(family(from).name);
}
