import type { Catalog, ObjectSource } from "../catalog/catalog.ts";
import { field } from "../catalog/equality.ts";
import type { CatalogObject } from "../catalog/object.ts";
import { definitionOf, describe, idOf } from "../objects/dispatch.ts";
import type { Operation } from "../operations/operation.ts";

/** One difference as people would say it. */
export interface DescribedDifference {
  readonly action: Operation["action"] | "recreate";
  /** The object: `column orders.total`. */
  readonly object: string;
  /** The object that it hangs on, or its own id: differences with one owner belong together. */
  readonly group: string;
  /** What differs, for an object that both sides have: `type integer → bigint`. */
  readonly changes: readonly string[];
  /** Where the models declare it, or what it hangs on; absent where they have neither. */
  readonly source?: ObjectSource;
}

type Sources = Catalog["sources"];

/**
 * Puts operations into words, grouped by the table that they concern. What comes and goes with a new or dropped
 * table is left out, since the table says it all.
 */
export function describeDifferences(
  operations: readonly Operation[],
  sources?: Sources,
): readonly DescribedDifference[] {
  const whole = new Set(
    operations.flatMap((operation) => (operation.action === "alter" ? [] : [keyOf(operation)])),
  );
  const dropped = new Map(
    operations.flatMap((o) => (o.action === "drop" ? [[idOf(o.from), o.from] as const] : [])),
  );
  const created = new Set(operations.flatMap((o) => (o.action === "create" ? [idOf(o.to)] : [])));
  const told = operations.filter((operation) => !isPartOf(operation, whole));
  return told
    .flatMap((operation) => describeOne(operation, dropped, created))
    .map(({ about, ...difference }) => ({ ...difference, ...sourceOf(about, sources) }))
    .toSorted((a, b) => compareText(a.group, b.group) || compareText(a.object, b.object));
}

/** Code-unit order, the same in every locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function keyOf(operation: Operation): string {
  return `${operation.action} ${idOf(operation.action === "drop" ? operation.from : operation.to)}`;
}

function isPartOf(operation: Operation, whole: ReadonlySet<string>): boolean {
  const object = operation.action === "drop" ? operation.from : operation.to;
  const owner = definitionOf(object).owner(object);
  return owner !== null && operation.action !== "alter" && whole.has(`${operation.action} ${owner}`);
}

/** The name that a model leaves open has been taken from the database, so that only its owner may be found. */
function sourceOf(object: CatalogObject, sources: Sources): Pick<DescribedDifference, "source"> {
  const owner = definitionOf(object).owner(object);
  const source = sources?.get(idOf(object)) ?? (owner === null ? undefined : sources?.get(owner));
  return source === undefined ? {} : { source };
}

interface Described extends DescribedDifference {
  readonly about: CatalogObject;
}

function describeOne(
  operation: Operation,
  dropped: ReadonlyMap<string, CatalogObject>,
  created: ReadonlySet<string>,
): readonly Described[] {
  if (operation.action === "drop") {
    return created.has(idOf(operation.from)) ? [] : [described("drop", operation.from, [])];
  }
  if (operation.action === "alter") {
    return [described("alter", operation.to, changesOf(operation.from, operation.to, operation.attributes))];
  }
  const former = dropped.get(idOf(operation.to));
  if (former === undefined) return [described("create", operation.to, [])];
  // What is only spelled otherwise is no change.
  const attributes = operation.attributes ?? comparedAttributes(operation.to);
  return [described("recreate", operation.to, changesOf(former, operation.to, attributes))];
}

function described(
  action: DescribedDifference["action"],
  object: CatalogObject,
  changes: readonly string[],
): Described {
  return {
    about: object,
    action,
    object: describe(object),
    group: definitionOf(object).owner(object) ?? idOf(object),
    changes,
  };
}

function comparedAttributes(object: CatalogObject): readonly string[] {
  return Object.entries(definitionOf(object).rules)
    .filter(
      ([, rule]) => rule !== "identity" && rule !== "ignored" && rule !== "unmodelled" && rule !== "derived",
    )
    .map(([name]) => name);
}

function changesOf(from: CatalogObject, to: CatalogObject, attributes: readonly string[]): readonly string[] {
  return attributes.flatMap((name) => {
    const [before, after] = [say(field(from, name)), say(field(to, name))];
    return before === after ? [] : [`${words(name)} ${before} → ${after}`];
  });
}

/** `notNull` is said `not null`. */
function words(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** Lists in parentheses, objects as words and values: `(column a order asc nulls last)`. */
function say(value: unknown): string {
  if (value === null || value === undefined) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value;
  if (typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return value.length === 0 ? "none" : `(${value.map(say).join(", ")})`;
  return Object.entries(value)
    .filter(([, item]) => item !== undefined && item !== null && item !== false)
    .map(([key, item]) => `${words(key)} ${say(item)}`)
    .join(" ");
}
