import type { Catalog } from "../catalog/catalog.ts";
import type { ObjectId, QualifiedName } from "../catalog/name.ts";
import type { CatalogObject } from "../catalog/object.ts";
import { definitionOf, dependenciesOf, idOf } from "../objects/dispatch.ts";
import { relationSlot } from "../objects/references.ts";
import type { Operation } from "../operations/operation.ts";

/** A table that an object of the models refers to and that the models do not export. */
export interface UnexportedTable {
  readonly table: QualifiedName;
  readonly referrer: CatalogObject;
}

/** The tables that models refer to without exporting them, each once. */
export function unexportedTables(models: Catalog): readonly UnexportedTable[] {
  const objects = [...models.objects.values()];
  const known = new Set(objects.flatMap((object) => definitionOf(object).occupies(object)));
  const found = new Map<string, UnexportedTable>();
  for (const referrer of objects)
    for (const table of definitionOf(referrer).refersTo?.(referrer) ?? []) {
      const slot = relationSlot(table.schema, table.name);
      if (!known.has(slot) && !found.has(slot)) found.set(slot, { table, referrer });
    }
  return [...found.values()];
}

/** Whether a catalog has a relation of this name. */
export function hasRelation(catalog: Catalog, { schema, name }: QualifiedName): boolean {
  const slot = relationSlot(schema, name);
  return [...catalog.objects.values()].some((object) => definitionOf(object).occupies(object).includes(slot));
}

/** The catalog without these tables and all that hangs on them. */
export function withoutTables(catalog: Catalog, tables: readonly QualifiedName[]): Catalog {
  const slots = new Set(tables.map(({ schema, name }) => relationSlot(schema, name)));
  const isOne = (object: CatalogObject): boolean =>
    definitionOf(object).owner(object) === null &&
    definitionOf(object)
      .occupies(object)
      .some((slot) => slots.has(slot));
  const gone = new Set([...catalog.objects].flatMap(([id, object]) => (isOne(object) ? [id] : [])));
  const stays = (object: CatalogObject): boolean => {
    const owner = definitionOf(object).owner(object);
    return !gone.has(idOf(object)) && (owner === null || !gone.has(owner));
  };
  return { ...catalog, objects: new Map([...catalog.objects].filter(([, object]) => stays(object))) };
}

/** A default that an operation gives a column, with its type. */
export interface NewDefault {
  readonly id: ObjectId;
  readonly object: CatalogObject;
  readonly type: string;
  readonly text: string;
}

/**
 * The defaults that operations bring. Those of objects that need others of the models (an enum type, a sequence) are
 * left out: the other one may be as new, and Postgres cannot know it yet.
 */
export function newDefaults(operations: readonly Operation[], models: Catalog): readonly NewDefault[] {
  return operations.flatMap((operation) => {
    if (operation.action === "drop") return [];
    const { to } = operation;
    const texts = Object.values(definitionOf(to).texts(to));
    const type = texts.find(({ role }) => role === "type")?.text;
    const text = texts.find(({ role }) => role === "default")?.text;
    if (type === undefined || text === undefined || needsOthers(to, models)) return [];
    return [{ id: idOf(to), object: to, type, text }];
  });
}

function needsOthers(object: CatalogObject, models: Catalog): boolean {
  const owner = definitionOf(object).owner(object);
  return dependenciesOf(object, models).some((id) => id !== owner && models.objects.has(id));
}
