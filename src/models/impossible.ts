import type { Catalog } from "../catalog/catalog.ts";
import { field } from "../catalog/equality.ts";
import type { ObjectId, QualifiedName } from "../catalog/name.ts";
import type { CatalogObject } from "../catalog/object.ts";
import type { ModelError } from "../errors.ts";
import type { Flaw } from "../objects/definition.ts";
import { definitionOf, describe } from "../objects/dispatch.ts";
import { modelError } from "../objects/drizzle.ts";
import { relationSlot } from "../objects/references.ts";

/** Throws ModelError where the models declare what Postgres can never take, or what is Limbeck's own. */
export function refuseImpossible(models: Catalog, bookkeeping: readonly QualifiedName[]): void {
  const own = new Set(bookkeeping.map(({ schema, name }) => relationSlot(schema, name)));
  for (const [id, object] of models.objects) {
    const definition = definitionOf(object);
    const flaw =
      nameFlaw(object) ??
      (definition.occupies(object).some((slot) => own.has(slot)) ? BOOKKEEPING : null) ??
      definition.flaw?.(object, models);
    if (flaw) throw impossible(id, object, flaw, models);
  }
}

const BOOKKEEPING: Flaw = {
  code: "name-of-version-table",
  problem: "this is where Limbeck keeps which revisions are applied",
  hint: "Give it another name, or set `versionTable` in limbeck.config.ts to another one.",
};

function nameFlaw(object: CatalogObject): Flaw | null {
  const address = definitionOf(object).address(object);
  const said = field(object, "name");
  const name = typeof said === "string" ? said : "it has none";
  // An owner without a name is reported itself.
  if (address.at(-1) === "" || name === "") {
    return { code: "name-empty", problem: "its name is empty", hint: "Give it a name." };
  }
  if (![...address, name].some((part) => part.includes("\0"))) return null;
  return { code: "name-invalid", problem: "its name holds the character NUL", hint: "Give it another name." };
}

function impossible(id: ObjectId, object: CatalogObject, flaw: Flaw, { sources }: Catalog): ModelError {
  const place = { subject: describe(object).replaceAll("\0", "\\0"), source: sources?.get(id) ?? {} };
  return modelError(flaw.code, place, flaw.problem, flaw.hint);
}
