/** Makes a value of the text that Postgres sends. */
export type TypeParser = (text: string) => unknown;

const asText: TypeParser = (text) => text;
const asBoolean: TypeParser = (text) => text === "t";
const asJson: TypeParser = (text) => JSON.parse(text) as unknown;

/** Parsers by type oid, and by the oid of the array of that type. */
const SCALARS: readonly (readonly [oid: number, arrayOid: number, parser: TypeParser])[] = [
  [16, 1000, asBoolean],
  [17, 1001, asText], // bytea
  [19, 1003, asText], // name
  [20, 1016, asText], // int8 does not fit into a JavaScript number
  [21, 1005, Number],
  [23, 1007, Number],
  [25, 1009, asText],
  [26, 1028, Number], // oid
  [114, 199, asJson],
  [700, 1021, Number],
  [701, 1022, Number],
  [1042, 1014, asText], // bpchar
  [1043, 1015, asText], // varchar
  [1082, 1182, asText], // date
  [1114, 1115, asText], // timestamp: a JavaScript Date would lose microseconds
  [1184, 1185, asText], // timestamptz
  [1700, 1231, asText], // numeric
  [2950, 2951, asText], // uuid
  [3802, 3807, asJson],
];

/**
 * The same plain values from every driver, whatever parsers an application has registered globally: booleans,
 * small numbers and JSON as such, arrays of them, and everything else as the text that Postgres prints.
 */
export const typeParsers: Readonly<Record<number, TypeParser>> = Object.fromEntries(
  SCALARS.flatMap(([oid, arrayOid, parser]) => [
    [oid, parser],
    [arrayOid, (text: string) => parseArray(text, parser)],
  ]),
);

const ELEMENT = /"((?:[^"\\]|\\[\s\S])*)"|([{},])|([^{},"]+)/g;

/** Reads Postgres's array literal, nested as deep as it is. */
export function parseArray(text: string, parser: TypeParser): readonly unknown[] {
  // Bounds that do not start at 1 stand before the braces: [0:1]={a,b}.
  const body = text.startsWith("[") ? text.slice(text.indexOf("=") + 1) : text;
  const open: unknown[][] = [[]];
  for (const [, quoted, sign, plain] of body.matchAll(ELEMENT)) {
    if (sign === "{") open.push([]);
    else if (sign === "}") open.at(-2)?.push(open.pop());
    else if (quoted !== undefined) open.at(-1)?.push(parser(quoted.replaceAll(/\\([\s\S])/g, "$1")));
    else if (plain !== undefined) open.at(-1)?.push(plain === "NULL" ? null : parser(plain));
  }
  const [outermost] = open[0] ?? [];
  return Array.isArray(outermost) ? (outermost as readonly unknown[]) : [];
}
