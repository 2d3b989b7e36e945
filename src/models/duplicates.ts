import type { ObjectSource } from "../catalog/catalog.ts";
import { displayName, MAX_IDENTIFIER_BYTES, type ObjectId } from "../catalog/name.ts";
import type { CatalogObject } from "../catalog/object.ts";
import { ModelError } from "../errors.ts";
import { definitionOf, describe, localName } from "../objects/dispatch.ts";

/** An object of the models with its id and its place. */
export interface PlacedObject {
  readonly id: ObjectId;
  readonly object: CatalogObject;
  readonly source: ObjectSource;
}

/**
 * ModelError where two objects claim one name: of one kind, or of kinds that share one of Postgres's name spaces
 * (tables, indexes, sequences and the indexes of keys; tables and types; the constraints of a table).
 */
export function assertDistinct(placed: readonly PlacedObject[]): void {
  const ids = new Map<string, PlacedObject>();
  const slots = new Map<string, PlacedObject>();
  for (const one of placed) {
    const same = ids.get(one.id);
    if (same !== undefined) throw declaredTwice(one, same);
    ids.set(one.id, one);
    // Others have such a name already, and know what it stands for.
    if (definitionOf(one.object).isExisting?.(one.object) === true) continue;
    for (const slot of definitionOf(one.object).occupies(one.object)) {
      const other = slots.get(slot);
      if (other !== undefined && other !== one) throw nameTaken(one, other, slot);
      slots.set(slot, one);
    }
  }
}

function declaredTwice(one: PlacedObject, other: PlacedObject): ModelError {
  const { label } = definitionOf(one.object);
  const name = displayName(...definitionOf(one.object).address(one.object));
  return new ModelError("duplicate-object", `The ${label} ${name} ${declarations(other, one)}`, {
    hint: hintFor(localName(one.object)),
    data: { id: one.id, sources: [other.source, one.source] },
  });
}

function declarations(a: PlacedObject, b: PlacedObject): string {
  const [first, second] = [exportOf(a), exportOf(b)];
  return first === second ? `is declared twice by ${first}` : `is declared by ${first} and by ${second}`;
}

function nameTaken(one: PlacedObject, other: PlacedObject, slot: string): ModelError {
  const said = [other, one].map((placed) => `the ${describe(placed.object)} (${exportOf(placed)})`);
  const problem = `take the same name, which Postgres allows only once among the ${spaceOf(slot)}`;
  return new ModelError("duplicate-name", `${capital(said.join(" and "))} ${problem}`, {
    hint: hintFor(slot),
    data: { ids: [other.id, one.id], sources: [other.source, one.source] },
  });
}

/** A slot begins with a word for its name space. */
function spaceOf(slot: string): string {
  const space = slot.slice(0, slot.indexOf(" "));
  if (space === "relation") return "tables, indexes, sequences and views of a schema";
  if (space === "type") return "tables and types of a schema";
  return space === "constraint" ? "constraints of a table" : `${space}s`;
}

function exportOf({ source }: PlacedObject): string {
  return `"${source.export ?? "?"}" in ${source.file ?? "?"}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A cut is made between characters, which have four bytes at most. */
function hintFor(name: string): string {
  const mayBeCut = Buffer.byteLength(name, "utf8") > MAX_IDENTIFIER_BYTES - 4;
  return mayBeCut
    ? "Postgres keeps the first 63 bytes of a name: give one of the two another name that differs within them."
    : "Give one of the two another name, or remove it.";
}
