import { parseTypeName } from "../../catalog/sqlText.ts";
import type { ColumnChanges } from "./definitions.ts";
import type { ColumnShape } from "./shape.ts";

/** Types of variable length, which alone can be stored elsewhere or compressed. */
const VARIABLE = new Set(
  "text varchar char bpchar citext bytea json jsonb xml numeric decimal tsvector varbit bit".split(" "),
);
const OF_SEVERAL_WORDS = /^(character|bit)\b/;

/** What a column that is made anew, or whose type changes, must be told again to be stored as it was. */
export function storageChanges({
  type,
  storage,
  compression,
}: ColumnShape): Pick<ColumnChanges, "storage" | "compression"> {
  if (!isVariable(type)) return {};
  return {
    ...(storage === undefined ? {} : { storage }),
    ...(compression === undefined ? {} : { compression }),
  };
}

function isVariable(type: string): boolean {
  const parsed = parseTypeName(type.toLowerCase());
  if (parsed === null) return false;
  return parsed.array || VARIABLE.has(parsed.name) || OF_SEVERAL_WORDS.test(parsed.name);
}
