import type { Catalog } from "../catalog/catalog.ts";
import { field } from "../catalog/equality.ts";
import type { CatalogObject } from "../catalog/object.ts";
import type { JudgedText } from "../objects/definition.ts";
import { definitionOf } from "../objects/dispatch.ts";
import { tableContexts } from "./context.ts";
import type { Judge, Question } from "./judgement.ts";
import { isFull, type FullPair, type Pair } from "./pair.ts";

/**
 * Makes pairs comparable by plain equality: each model object takes from its counterpart in the database what
 * Drizzle cannot say and the names that it leaves open, and `alike` has the database's spelling of every SQL text
 * that the judge calls equal. What is written into a revision keeps the author's spelling.
 */
export async function settle(pairs: readonly Pair[], from: Catalog, judge: Judge): Promise<readonly Pair[]> {
  const reconciled = pairs.map((pair) => (isFull(pair) ? reconcile(pair) : pair));
  const context = tableContexts(from);
  const open = reconciled.filter(isFull).flatMap((pair) => openTexts(pair, context));
  const verdicts = open.length === 0 ? [] : await judge(open.map(({ question }) => question));
  const equalTexts = new Map<CatalogObject, Record<string, string>>();
  for (const [i, { pair, slot, question }] of open.entries()) {
    if (verdicts[i] !== true) continue;
    equalTexts.set(pair.to, { ...equalTexts.get(pair.to), [slot]: question.database });
  }
  return reconciled.map((pair) => (isFull(pair) ? adopt(pair, equalTexts.get(pair.to)) : pair));
}

function reconcile({ from, to }: FullPair): FullPair {
  const definition = definitionOf(to);
  const [left, right] = definition.reconcile?.(from, to) ?? [from, to];
  const taken = Object.entries(definition.rules).filter(
    ([, rule]) => rule === "unmodelled" || (rule === "name" && field(to, "nameIsExplicit") === false),
  );
  const values = Object.fromEntries(
    taken
      .filter(([name, rule]) => rule === "name" || field(right, name) === undefined)
      .map(([name]) => [name, field(left, name)]),
  );
  // Both sides keep their kind: a definition gives back the shapes that it was given.
  return { from: { ...from, ...left } as CatalogObject, to: { ...to, ...right, ...values } as CatalogObject };
}

interface OpenText {
  readonly pair: FullPair;
  readonly slot: string;
  readonly question: Question;
}

/** The texts that both sides have in the same slot and spell differently. */
function openTexts(pair: FullPair, context: ReturnType<typeof tableContexts>): readonly OpenText[] {
  const [database, model] = [definitionOf(pair.from).texts(pair.from), definitionOf(pair.to).texts(pair.to)];
  return Object.entries(model).flatMap(([slot, text]) => {
    const other: JudgedText | undefined = database[slot];
    if (other === undefined || other.role !== text.role || other.text === text.text) return [];
    const table = text.role === "type" ? null : context(pair.from);
    return [{ pair, slot, question: { role: text.role, column: text.column, table, model: text.text, database: other.text } }];
  });
}

function adopt(pair: FullPair, texts: Record<string, string> | undefined): FullPair {
  if (texts === undefined) return pair;
  const respelled = definitionOf(pair.to).withTexts(pair.to, texts);
  // `withTexts` gives back the kind that it was given.
  return { ...pair, alike: [pair.from, { ...pair.to, ...respelled } as CatalogObject] };
}
