import type { Catalog } from "../catalog/catalog.ts";
import type { ObjectId } from "../catalog/name.ts";
import type { CatalogObject } from "../catalog/object.ts";
import type { Difference } from "../diff/diff.ts";
import type { ChangeContext } from "../objects/definition.ts";
import { definitionOf, dependenciesOf, idOf } from "../objects/dispatch.ts";

/** The parts of both sides of a difference that its operations can have to do with. */
export interface Closure {
  readonly from: Catalog;
  readonly to: Catalog;
}

/**
 * Cuts both sides down to what the operations touch: the objects themselves with everything else on their tables,
 * whatever depends on these, and all that is needed for any of it to exist. What is left out no statement mentions,
 * so that a proof of a change to one table of a thousand builds a few tables only.
 */
export function closureOf({ operations, from, to }: Difference): Closure {
  const graphs = [graphOf(from), graphOf(to)];
  const touched = new Set<ObjectId>();
  for (const operation of operations) {
    for (const object of [
      operation.action === "create" ? [] : operation.from,
      operation.action === "drop" ? [] : operation.to,
    ].flat())
      touched.add(rootOf(object));
  }
  spread(touched, graphs, (graph, id) => [
    ...(graph.parts.get(id) ?? []),
    ...(graph.dependents.get(id) ?? []),
  ]);
  const needed = new Set(touched);
  spread(needed, graphs, (graph, id) => [...graph.needs(id), ...(graph.fabric.get(id) ?? [])]);
  return { from: cut(from, needed), to: reached(cut(to, needed), { from, to }) };
}

interface Graph {
  /** What lies in a table, or belongs to any other owner. */
  readonly parts: ReadonlyMap<ObjectId, readonly ObjectId[]>;
  readonly dependents: ReadonlyMap<ObjectId, readonly ObjectId[]>;
  /** What a table must have for foreign keys and views to find it: all of its parts that need no other table. */
  readonly fabric: ReadonlyMap<ObjectId, readonly ObjectId[]>;
  needs(id: ObjectId): readonly ObjectId[];
}

function graphOf(catalog: Catalog): Graph {
  const [parts, dependents, fabric] = [new Groups(), new Groups(), new Groups()];
  const needs = new Map([...catalog.objects].map(([id, object]) => [id, needsOf(object, catalog)]));
  for (const [id, object] of catalog.objects) {
    const owner = definitionOf(object).owner(object);
    if (owner !== null) parts.add(owner, id);
    for (const other of needs.get(id) ?? []) if (other !== owner) dependents.add(other, id);
  }
  for (const [owner, members] of parts.lists)
    for (const id of members)
      if ((needs.get(id) ?? []).every((other) => isWithin(other, owner, parts, catalog)))
        fabric.add(owner, id);
  return {
    parts: parts.lists,
    dependents: dependents.lists,
    fabric: fabric.lists,
    needs: (id) => needs.get(id) ?? [],
  };
}

/** Whether something belongs to the owner, or to nobody: a type or a sequence. */
function isWithin(id: ObjectId, owner: ObjectId, parts: Groups, catalog: Catalog): boolean {
  const object = catalog.objects.get(id);
  const root = object === undefined ? id : rootOf(object);
  return root === owner || !parts.lists.has(root);
}

function needsOf(object: CatalogObject, catalog: Catalog): readonly ObjectId[] {
  const owner = definitionOf(object).owner(object);
  const ids = [...dependenciesOf(object, catalog), ...(owner === null ? [] : [owner])];
  return [...new Set(ids)].filter((id) => catalog.objects.has(id));
}

class Groups {
  readonly lists = new Map<ObjectId, ObjectId[]>();

  add(key: ObjectId, id: ObjectId): void {
    const list = this.lists.get(key);
    if (list === undefined) this.lists.set(key, [id]);
    else list.push(id);
  }
}

/** An object's table, or the object itself where it belongs to none. */
function rootOf(object: CatalogObject): ObjectId {
  return definitionOf(object).owner(object) ?? idOf(object);
}

function spread(
  ids: Set<ObjectId>,
  graphs: readonly Graph[],
  next: (graph: Graph, id: ObjectId) => readonly ObjectId[],
): void {
  const queue = [...ids];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const found of graphs.flatMap((graph) => next(graph, id))) {
      if (ids.has(found)) continue;
      ids.add(found);
      queue.push(found);
    }
  }
}

/** What a database holds where it agrees with the models: they leave some names open, and some objects to others. */
function reached(models: Catalog, context: ChangeContext): Catalog {
  const inDatabase = (id: ObjectId, object: CatalogObject): CatalogObject => {
    const { isExisting, chosen } = definitionOf(object);
    if (isExisting?.(object) === true) return context.from.objects.get(id) ?? object;
    const names: object = chosen?.(object, context) ?? {};
    return { ...object, ...names };
  };
  return { objects: new Map([...models.objects].map(([id, object]) => [id, inDatabase(id, object)])) };
}

function cut(catalog: Catalog, ids: ReadonlySet<ObjectId>): Catalog {
  return { objects: new Map([...catalog.objects].filter(([id]) => ids.has(id))) };
}
