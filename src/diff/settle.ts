import { equal, field } from "../catalog/equality.ts";
import type { CatalogObject } from "../catalog/object.ts";
import type { ChangeContext, JudgedText, Verdict } from "../objects/definition.ts";
import { definitionOf, rulesOf } from "../objects/dispatch.ts";
import { tableContexts } from "./context.ts";
import type { Judge, Question, TableContext } from "./judgement.ts";
import { isFull, type FullPair, type Pair } from "./pair.ts";

/**
 * Makes pairs comparable by plain equality: each model object takes from its counterpart in the database what
 * Drizzle cannot say and the names that it leaves open, and `alike` has the database's spelling of every SQL text
 * that the judge calls equal. What is written into a revision keeps the author's spelling.
 */
export async function settle(
  pairs: readonly Pair[],
  catalogs: ChangeContext,
  judge: Judge,
): Promise<readonly Pair[]> {
  const reconciled = pairs.map((pair) => (isFull(pair) ? reconcile(pair) : pair));
  const context = tableContexts(catalogs.from);
  const open = reconciled.filter(isFull).flatMap((pair) => openTexts(pair, context));
  const verdicts = open.length === 0 ? [] : await judge(open.map(({ question }) => question));
  const answers = new Map<FullPair, Record<string, Answer>>();
  for (const [i, { pair, slot, question }] of open.entries()) {
    const verdict = verdicts[i] ?? { equal: false };
    const lasting = verdict.equal && !holds(pair, catalogs) ? { equal: false } : verdict;
    answers.set(pair, { ...answers.get(pair), [slot]: { verdict: lasting, database: question.database } });
  }
  return reconciled.map((pair) => (isFull(pair) ? adopt(learned(pair, answers), answers.get(pair)) : pair));
}

/** What the judge said of one text. */
interface Answer {
  readonly verdict: Verdict;
  readonly database: string;
}

function holds({ from, to }: FullPair, catalogs: ChangeContext): boolean {
  return definitionOf(to).holds?.(from, to, catalogs) ?? true;
}

function learned(pair: FullPair, answers: ReadonlyMap<FullPair, Record<string, Answer>>): FullPair {
  const { learn } = definitionOf(pair.to);
  if (learn === undefined) return pair;
  const said = Object.entries(answers.get(pair) ?? {}).map(([slot, { verdict }]) => [slot, verdict] as const);
  return { ...pair, to: merged(pair.to, learn(pair.from, pair.to, Object.fromEntries(said))) };
}

function reconcile({ from, to }: FullPair): FullPair {
  const definition = definitionOf(to);
  const [left, right] = definition.reconcile?.(from, to) ?? [from, to];
  const values: Record<string, unknown> = {};
  for (const [name, rule] of rulesOf(to)) {
    const leftOpen = rule === "unmodelled" && field(right, name) === undefined;
    if (leftOpen && field(left, name) !== field(right, name)) values[name] = field(left, name);
  }
  return { from: merged(from, left), to: merged(to, right, values) };
}

/** The names of the database where the model leaves them open and the object, compared as `to`, can stay. */
function openNames(from: CatalogObject, to: CatalogObject): object {
  const rules = rulesOf(to);
  if (field(to, "nameIsExplicit") !== false || !isAlike(from, to, rules)) return {};
  const open = rules.filter(([name, rule]) => rule === "name" && field(from, name) !== field(to, name));
  return Object.fromEntries(open.map(([name]) => [name, field(from, name)]));
}

/** Whether the object can stay; one that is made anew gets the name that Drizzle would give it. */
function isAlike(from: object, to: object, rules: ReturnType<typeof rulesOf>): boolean {
  return rules.every(([name, rule]) => rule !== "recreate" || equal(field(from, name), field(to, name)));
}

/** The object with other values; itself where there are none, as for nearly all of the thousands. */
function merged(object: CatalogObject, shape: object, values: object = {}): CatalogObject {
  if (shape === object && Object.keys(values).length === 0) return object;
  return { ...object, ...shape, ...values };
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
    const table = text.role === "type" ? null : (context(pair.from) ?? foreignContext(pair.from, other));
    return [
      {
        pair,
        slot,
        question: {
          role: text.role,
          column: text.column,
          schema: text.schema,
          table,
          model: text.text,
          database: other.text,
        },
      },
    ];
  });
}

/** The columns of a table that is no object of the catalog, where the database's object brings them along. */
function foreignContext(object: CatalogObject, { columns }: JudgedText): TableContext | null {
  const name = field(object, "table");
  return columns === undefined || typeof name !== "string" ? null : { name, columns };
}

/** What follows from an object's texts, taken from the database where all of these are equal. */
function derivedValues(from: CatalogObject, to: CatalogObject): Record<string, unknown> {
  const derived = rulesOf(to).filter(([, rule]) => rule === "derived");
  if (derived.length === 0 || !sameTexts(from, to)) return {};
  return Object.fromEntries(derived.map(([name]) => [name, field(from, name)]));
}

function sameTexts(from: CatalogObject, to: CatalogObject): boolean {
  const [left, right] = [definitionOf(from).texts(from), definitionOf(to).texts(to)];
  const slots = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  return slots.every((slot) => left[slot]?.text === right[slot]?.text);
}

function adopt(pair: FullPair, answers: Record<string, Answer> = {}): FullPair {
  const equalTexts = Object.entries(answers).flatMap(([slot, { verdict, database }]) =>
    verdict.equal ? [[slot, database] as const] : [],
  );
  const said = equalTexts.length === 0 ? undefined : Object.fromEntries(equalTexts);
  // `withTexts` gives back the kind that it was given.
  const respelled =
    said === undefined ? pair.to : merged(pair.to, definitionOf(pair.to).withTexts(pair.to, said));
  const values = { ...openNames(pair.from, respelled), ...derivedValues(pair.from, respelled) };
  const to = merged(pair.to, pair.to, values);
  if (said === undefined) return to === pair.to ? pair : { ...pair, to };
  return { ...pair, to, alike: [pair.from, merged(respelled, respelled, values)] };
}
