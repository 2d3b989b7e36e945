import { sameName, type RandomModel, type RandomType } from "./model.ts";
import { isSerial, plain, specOf, TYPES } from "./types.ts";

/** What text can become and come back from: the texts of these print as they are read. */
const FROM_TEXT = ["number", "text", "uuid", "boolean", "time", "clock", "interval", "inet", "bit", "json"];
const NOT_FROM_TEXT = ["json", "real", "double precision"];

/** Whether a column can change from one type to the other and back with every value that suits both. */
export function convertible(from: RandomType, to: RandomType): boolean {
  const [a, b] = [plain(from), plain(to)];
  if (a.dimensions !== b.dimensions) return false;
  if ("enum" in a) return "enum" in b || isUnboundedText(b);
  if ("enum" in b) return isUnboundedText(a);
  const [before, after] = [specOf(a.name), specOf(b.name)];
  if (before.group === after.group) return true;
  return (isUnboundedText(a) && suitsText(b)) || (isUnboundedText(b) && suitsText(a));
}

function isUnboundedText(type: RandomType): boolean {
  return "name" in type && (type.name === "text" || type.name === "varchar");
}

function suitsText(type: RandomType): boolean {
  return "name" in type && FROM_TEXT.includes(specOf(type.name).group) && !NOT_FROM_TEXT.includes(type.name);
}

/** The types that a column of this type can become. */
export function targetsOf(type: RandomType, model: RandomModel): readonly RandomType[] {
  const all: readonly RandomType[] = [
    ...TYPES.map(({ name }) => ({ name, dimensions: type.dimensions })),
    ...model.enums.map(({ schema, name }) => ({ enum: { schema, name }, dimensions: type.dimensions })),
  ];
  const suits = (other: RandomType): boolean => type.dimensions === 0 || !isSerial(other);
  return all.filter((other) => convertible(type, other) && !isSame(type, other) && suits(other));
}

function isSame(a: RandomType, b: RandomType): boolean {
  if ("enum" in a) return "enum" in b && sameName(a.enum, b.enum);
  return "name" in b && a.name === b.name;
}
