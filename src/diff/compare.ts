import { equal, field } from "../catalog/equality.ts";
import type { CatalogObject } from "../catalog/object.ts";
import type { AttributeRule } from "../objects/definition.ts";
import { definitionOf, rulesOf } from "../objects/dispatch.ts";
import type { Operation } from "../operations/operation.ts";
import type { Pair } from "./pair.ts";

/** What one settled pair needs: nothing, a creation, a drop, an alteration, or a drop and a creation. */
export function compare(pair: Pair): readonly Operation[] {
  if (isExisting(pair.from) || isExisting(pair.to)) return [];
  if (pair.from === undefined) return [{ action: "create", to: pair.to }];
  if (pair.to === undefined) return [{ action: "drop", from: pair.from }];
  const found = changedAttributes(...(pair.alike ?? [pair.from, pair.to]));
  const changed = pair.forced === undefined ? found : withForced(found, pair.forced);
  if (changed.length === 0) return [];
  const attributes = changed.map(({ name }) => name);
  if (changed.some(({ rule }) => rule === "recreate")) return recreate(pair.from, pair.to, attributes);
  return [{ action: "alter", from: pair.from, to: pair.to, attributes }];
}

function withForced(found: readonly Change[], forced: readonly string[]): readonly Change[] {
  const added = forced.filter((name) => !found.some((change) => change.name === name));
  return [...found, ...added.map((name): Change => ({ name, rule: "alter" }))];
}

/** Objects that the models leave to others stay as they are. */
function isExisting(object: CatalogObject | undefined): boolean {
  return object !== undefined && definitionOf(object).isExisting?.(object) === true;
}

function recreate(
  from: CatalogObject,
  to: CatalogObject,
  attributes: readonly string[],
): readonly Operation[] {
  return [
    { action: "drop", from },
    { action: "create", to, attributes },
  ];
}

interface Change {
  readonly name: string;
  readonly rule: AttributeRule;
}

// Nearly all of the thousands of objects are equal, so the values are looked at first and the rules only if need be.
function changedAttributes(from: CatalogObject, to: CatalogObject): readonly Change[] {
  const changed: Change[] = [];
  for (const [name, said] of rulesOf(to)) {
    if (said === "identity" || said === "ignored" || equal(field(from, name), field(to, name))) continue;
    const rule = typeof said === "function" ? said(from, to) : said;
    if (rule === "alter" || rule === "recreate" || rule === "name") changed.push({ name, rule });
  }
  return changed;
}
