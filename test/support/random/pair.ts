import fc from "fast-check";
import { convertible } from "./convert.ts";
import { drizzleSource } from "./drizzle.ts";
import { drawModel, KINDS, prune, smallerModels } from "./kinds.ts";
import { columnOf, same, tableOf, withTable, type RandomModel, type RandomTable } from "./model.ts";
import { Patience } from "./patience.ts";
import { randomOf, type Random } from "./random.ts";

/** Two states of models. `seed` decides between spellings. */
export interface ModelPair {
  readonly seed: number;
  readonly first: RandomModel;
  readonly second: RandomModel;
}

/** What a server can do follows from its version. */
export interface Limits {
  readonly major: number;
}

/** Pairs of which the second is mostly the first after one to six changes, and sometimes another model altogether. */
export function modelPairs(limits: Limits): fc.Arbitrary<ModelPair> {
  return new ModelPairs(limits);
}

class ModelPairs extends fc.Arbitrary<ModelPair> {
  readonly #limits: Limits;
  readonly #patience = new Patience();

  constructor(limits: Limits) {
    super();
    this.#limits = limits;
  }

  override generate(source: fc.Random): fc.Value<ModelPair> {
    const random = randomOf(source);
    const seed = random.below(0x7fffffff);
    const first = limited(drawModel(random), this.#limits);
    const other = random.chance(0.1) ? drawModel(randomOf(source)) : mutated(random, first);
    return new fc.Value(
      printable({ seed, first, second: reconciled(first, limited(other, this.#limits)) }),
      undefined,
    );
  }

  override canShrinkWithoutContext(value: unknown): value is ModelPair {
    return value !== undefined;
  }

  override shrink(pair: ModelPair): fc.Stream<fc.Value<ModelPair>> {
    return this.#patience
      .stream(smallerPairs(pair))
      .map((smaller) => new fc.Value(printable(smaller), undefined));
  }
}

/** Prints both models as Drizzle source where fast-check prints a counterexample. */
function printable(pair: ModelPair): ModelPair {
  const text = (): string =>
    `\n// first\n${drizzleSource(pair.first, pair.seed)}\n// second\n${drizzleSource(pair.second, pair.seed)}`;
  return Object.defineProperty({ ...pair }, fc.toStringMethod, { value: text });
}

function mutated(random: Random, model: RandomModel): RandomModel {
  const edits = KINDS.flatMap((kind) => kind.edits);
  const count = 1 + random.below(6);
  let changed = model;
  for (let i = 0; i < count; i += 1) {
    // Not every edit finds something to change in every model.
    for (let tries = 0; tries < 20; tries += 1) {
      const edited = random.pick(edits)(random, changed);
      if (edited === undefined) continue;
      changed = prune(edited.model);
      break;
    }
  }
  return changed;
}

/** The model without what the server cannot do. */
export function limited(model: RandomModel, { major }: Limits): RandomModel {
  if (major >= 15) return model;
  const tables = model.tables.map((table) => ({
    ...table,
    uniques: table.uniques.map((unique) => ({ ...unique, nullsNotDistinct: false })),
  }));
  const views = model.views.map((view) => {
    const { securityInvoker: _, ...options } = view.options;
    return { ...view, options };
  });
  return prune({ ...model, tables, views });
}

/**
 * A column whose values no cast can take to the new type and back is another column in the second model, and a name
 * that the author chose is never given up for an implicit one: that makes no difference, but leaves the old name.
 */
function reconciled(first: RandomModel, second: RandomModel): RandomModel {
  return prune(
    second.tables.reduce((model, table) => {
      const before = tableOf(first, table);
      return before === undefined ? model : withTable(model, reconciledTable(before, table));
    }, second),
  );
}

function reconciledTable(before: RandomTable, table: RandomTable): RandomTable {
  const columns = table.columns.filter((column) => {
    const former = columnOf(before, column.name);
    if (former === undefined || same(former.type, column.type)) return true;
    const computed = former.generated !== null || column.generated !== null;
    return computed
      ? former.generated !== null && column.generated !== null
      : convertible(former.type, column.type);
  });
  const { primaryKey } = table;
  const name = before.primaryKey?.name;
  const key =
    primaryKey === null || primaryKey.name !== undefined || name === undefined
      ? primaryKey
      : { ...primaryKey, name };
  return { ...table, columns, primaryKey: key };
}

/** First what is left out of both, then what the second takes over from the first. */
function* smallerPairs({ seed, first, second }: ModelPair): Generator<ModelPair> {
  if (!same(first, second)) {
    for (const table of first.tables) {
      const other = tableOf(second, table);
      if (other === undefined || same(other, table)) continue;
      yield { seed, first, second: reconciled(first, prune(withTable(second, table))) };
    }
    for (const smaller of smallerModels(second)) yield { seed, first, second: reconciled(first, smaller) };
  }
  for (const smaller of smallerModels(first)) {
    const both = commonLoss(first, smaller, second);
    yield { seed, first: smaller, second: reconciled(smaller, both) };
    yield { seed, first: smaller, second: reconciled(smaller, second) };
  }
}

/** What of a list does not go from `before` to `after`. */
function keep<T>(before: readonly T[], after: readonly T[], list: readonly T[]): readonly T[] {
  const isIn = (items: readonly T[], item: T): boolean => items.some((one) => same(one, item));
  return list.filter((item) => isIn(after, item) || !isIn(before, item));
}

/** The second model without what the first lost. */
function commonLoss(first: RandomModel, smaller: RandomModel, second: RandomModel): RandomModel {
  const tables = second.tables
    .filter((table) => tableOf(first, table) === undefined || tableOf(smaller, table) !== undefined)
    .map((table) => {
      const [before, after] = [tableOf(first, table), tableOf(smaller, table)];
      if (before === undefined || after === undefined) return table;
      const isGone = (name: string): boolean =>
        columnOf(before, name) !== undefined && columnOf(after, name) === undefined;
      return {
        ...table,
        columns: table.columns.filter(({ name }) => !isGone(name)),
        uniques: keep(before.uniques, after.uniques, table.uniques),
        foreignKeys: keep(before.foreignKeys, after.foreignKeys, table.foreignKeys),
        checks: keep(before.checks, after.checks, table.checks),
        indexes: keep(before.indexes, after.indexes, table.indexes),
        policies: keep(before.policies, after.policies, table.policies),
      };
    });
  return prune({
    schemas: keep(first.schemas, smaller.schemas, second.schemas),
    enums: keep(first.enums, smaller.enums, second.enums),
    sequences: keep(first.sequences, smaller.sequences, second.sequences),
    tables,
    views: keep(first.views, smaller.views, second.views),
  });
}
