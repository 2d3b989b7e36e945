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

const INTEGERS = ["smallint", "int2", "integer", "int", "int4", "bigint", "int8"];
const PLAIN_TEXTS = ["text", "varchar", "character varying"];
const LIST = /\b(?:in|any|all|array)\b/i;

/**
 * Whether an alteration leaves expressions over the column with literals of the old type, which Postgres keeps as they
 * were read: `x >= (0)::numeric` over a real. Within the integers, and within the texts, only lists have a type of
 * their own.
 */
export function changesLiterals(alteration: Alteration, texts: readonly string[]): boolean {
  if (changesFamily(alteration)) return true;
  const { from, to } = alteration;
  if (from.kind !== "column" || to.kind !== "column") return true;
  const names = [from, to].map(({ type }) => family(plainType(type)).name);
  if (names[0] === names[1]) return false;
  const mild = [INTEGERS, PLAIN_TEXTS].some((group) => names.every((name) => group.includes(name)));
  return !mild || texts.some((text) => LIST.test(text));
}

/** Anything becomes text without a cast being named, but operators on it change their meaning. */
function changesToText(from: string, to: string): boolean {
  return TEXT.includes(family(to).name) && !TEXT.includes(family(from).name);
}
