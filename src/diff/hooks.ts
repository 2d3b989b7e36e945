import type { Catalog } from "../catalog/catalog.ts";
import { field } from "../catalog/equality.ts";
import type { CatalogObject } from "../catalog/object.ts";
import type { CheckedHooks, NameParents } from "../config/hooks.ts";
import { localName } from "../objects/dispatch.ts";
import { relationOf } from "../objects/relation.ts";
import { isFull, type FullPair, type Pair } from "./pair.ts";
import { withoutRefused } from "./scope.ts";

/** The hooks that take part in a comparison, and which of its sides they are told of. */
export interface ComparisonHooks extends Pick<
  CheckedHooks,
  "includeObject" | "compareType" | "compareServerDefault"
> {
  /** Whether the side compared with, too, comes from a database and not from models. */
  readonly bothReflected?: boolean;
}

/** The part of a database's catalog whose names `includeName` lets pass; what hangs on others goes with them. */
export async function restrictNames(
  catalog: Catalog,
  includeName: NonNullable<CheckedHooks["includeName"]>,
): Promise<Catalog> {
  const kept = await withoutRefused(
    [...catalog.objects],
    ([, object]) => [object],
    ([, object]) => includeName(localName(object), object.kind, parentsOf(object)),
  );
  return { ...catalog, objects: new Map(kept) };
}

function parentsOf(object: CatalogObject): NameParents {
  const schema = field(object, "schema");
  if (typeof schema !== "string") return {};
  const relation = relationOf(object);
  return relation === null || relation.name === localName(object)
    ? { schema }
    : { schema, table: relation.name };
}

/** The pairs that `includeObject` lets take part: asked of the object of the models, else of the database's own. */
export async function participants(pairs: readonly Pair[], hooks: ComparisonHooks): Promise<readonly Pair[]> {
  const { includeObject, bothReflected = false } = hooks;
  if (includeObject === undefined) return pairs;
  return withoutRefused(
    pairs,
    ({ from, to }) => [from ?? [], to ?? []].flat(),
    (pair) => {
      const object = pair.to ?? pair.from;
      const reflected = pair.to === undefined || bothReflected;
      return includeObject(object, localName(object), object.kind, reflected, pair.to && pair.from);
    },
  );
}

/** Settled pairs with what `compareType` and `compareServerDefault` have to say of them. */
export async function overridden(pairs: readonly Pair[], hooks: ComparisonHooks): Promise<readonly Pair[]> {
  if (hooks.compareType === undefined && hooks.compareServerDefault === undefined) return pairs;
  const decided: Pair[] = [];
  for (const pair of pairs) decided.push(isFull(pair) ? await overrideOne(pair, hooks) : pair);
  return decided;
}

async function overrideOne(pair: FullPair, hooks: ComparisonHooks): Promise<FullPair> {
  const { from, to } = pair;
  if (from.kind !== "column" || to.kind !== "column") return pair;
  const { schema, table, name } = to;
  const both = { schema, table, column: name, databaseColumn: from, modelColumn: to };
  const type = await hooks.compareType?.({ ...both, databaseType: from.type, modelType: to.type });
  const anyDefault = from.default !== null || to.default !== null;
  const [databaseDefault, modelDefault] = [from.default, to.default];
  const value = anyDefault
    ? await hooks.compareServerDefault?.({ ...both, databaseDefault, modelDefault })
    : undefined;
  return decide(decide(pair, "type", type), "default", value);
}

/** Equal by decree: the comparison sees the database's value. Different by decree: the attribute counts as changed. */
function decide(pair: FullPair, attribute: "type" | "default", differs: boolean | undefined): FullPair {
  if (differs === undefined) return pair;
  if (differs) return { ...pair, forced: [...(pair.forced ?? []), attribute] };
  const [from, to] = pair.alike ?? [pair.from, pair.to];
  const taken = { [attribute]: field(from, attribute) };
  // What else is done to the column must suit what it keeps.
  return { ...pair, to: { ...pair.to, ...taken }, alike: [from, { ...to, ...taken }] };
}
