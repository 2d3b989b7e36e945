import type { CatalogObject } from "../catalog/object.ts";
import { EMPTY_CATALOG } from "../catalog/catalog.ts";
import { definitionOf } from "../objects/dispatch.ts";
import { toQualified, type Name } from "../operations/sql.ts";
import { LITERAL, unquote } from "./literal.ts";

const NAME = String.raw`${LITERAL}|\{\s*schema:\s*${LITERAL},\s*name:\s*${LITERAL},?\s*\}`;
const CALL = new RegExp(String.raw`\bop\s*\.\s*(\w+)\(\s*(${NAME})(?:\s*,\s*(${NAME}))?`, "g");

/**
 * Knows which objects revision files have made, by their text: running them to find out could have effects, and the
 * database does not say who made what.
 */
export function madeBy(sources: readonly string[]): (object: CatalogObject) => boolean {
  const keys = new Set(sources.flatMap(callKeys));
  return (object) => {
    const call = definitionOf(object).create(object, [], { from: EMPTY_CATALOG, to: EMPTY_CATALOG })[0];
    if (call === undefined) return false;
    const names = (call.args as readonly unknown[]).slice(
      0,
      definitionOf(object).owner(object) === null ? 1 : 2,
    );
    return keys.has(keyOf(call.method, names.filter(isName)));
  };
}

/** What every call may be known by: its first argument, or its first two. */
function callKeys(source: string): readonly string[] {
  return [...source.matchAll(CALL)].flatMap(([, method = "", first, second]) => {
    const names = [first, second].flatMap((text) => (text === undefined ? [] : parseName(text)));
    return [keyOf(method, names.slice(0, 1)), keyOf(method, names)];
  });
}

function keyOf(method: string, names: readonly Name[]): string {
  return JSON.stringify([method, ...names.map(toQualified).map(({ schema, name }) => [schema, name])]);
}

function isName(value: unknown): value is Name {
  return (
    typeof value === "string" ||
    (typeof value === "object" && value !== null && "schema" in value && "name" in value)
  );
}

function parseName(text: string): Name {
  const [first = "", second] = [...text.matchAll(new RegExp(LITERAL, "g"))].map(([literal]) =>
    unquote(literal),
  );
  return second === undefined ? first : { schema: first, name: second };
}
