import { equal, field } from "../catalog/equality.ts";
import type { CatalogObject } from "../catalog/object.ts";
import { definitionOf } from "../objects/dispatch.ts";
import type { Operation } from "../operations/operation.ts";
import type { Pair } from "./pair.ts";

/** What one settled pair needs: nothing, a creation, a drop, an alteration, or a drop and a creation. */
export function compare(pair: Pair): readonly Operation[] {
  if (pair.from === undefined) return [{ action: "create", to: pair.to }];
  if (pair.to === undefined) return [{ action: "drop", from: pair.from }];
  const changed = changedAttributes(...(pair.alike ?? [pair.from, pair.to]));
  if (changed.length === 0) return [];
  if (changed.some(({ rule }) => rule === "recreate")) return recreate(pair.from, pair.to);
  return [{ action: "alter", from: pair.from, to: pair.to, attributes: changed.map(({ name }) => name) }];
}

function recreate(from: CatalogObject, to: CatalogObject): readonly Operation[] {
  return [
    { action: "drop", from },
    { action: "create", to },
  ];
}

function changedAttributes(from: CatalogObject, to: CatalogObject): readonly { name: string; rule: string }[] {
  return Object.entries(definitionOf(to).rules)
    .map(([name, rule]) => ({ name, rule: typeof rule === "function" ? rule(from, to) : rule }))
    .filter(({ rule }) => rule === "alter" || rule === "recreate" || rule === "name")
    .filter(({ name }) => !equal(field(from, name), field(to, name)));
}
