import type { Judge, Question, TableContext } from "../diff/judgement.ts";
import { ConnectionError } from "../errors.ts";
import type { Verdict } from "../objects/definition.ts";
import { JUDGE_FUNCTION, QUERY_FUNCTION } from "./judgeFunction.ts";
import type { JudgedItem } from "./judgeGroups.ts";
import { printItems, type Print } from "./judgePrints.ts";
import type { Session } from "./session.ts";
import { shortcut } from "./shortcuts.ts";
import { PINNED_SETTINGS, rolledBack, scratchRefusal } from "./transaction.ts";
import { verdictKey, type VerdictCache } from "./verdictCache.ts";

/**
 * A judge on a live session: it asks Postgres itself in one transaction that is rolled back, or behind a savepoint of
 * the caller's. It locks no table of the user's and leaves nothing behind. Equal verdicts are kept in `cache`; `path`
 * is where unqualified names are looked for, asked of the session unless it is known.
 */
export function judgeOn(
  session: Session,
  cache?: VerdictCache,
  path: () => Promise<unknown> = () => effectivePath(session),
): Judge {
  return async (questions) => {
    const shortcuts = questions.map(shortcut);
    const open = questions.filter((_question, i) => shortcuts[i] === "ask");
    const verdicts: Verdicts = open.length === 0 ? new Map() : await judgeCached(session, open, path, cache);
    return questions.map((question, i) => verdicts.get(question) ?? { equal: shortcuts[i] === "equal" });
  };
}

type Verdicts = Map<Question, Verdict>;

async function judgeCached(
  session: Session,
  questions: readonly Question[],
  findPath: () => Promise<unknown>,
  cache?: VerdictCache,
): Promise<Verdicts> {
  if (cache === undefined) return judgeLive(session, questions);
  const path = await findPath();
  const major = Math.floor(session.serverVersion / 10_000);
  const keys = new Map(
    questions.map((question) => [question, verdictKey([major, path, contentOf(question)])]),
  );
  const unknown = questions.filter(
    (question) => !isLasting(question) || !cache.get(keys.get(question) ?? ""),
  );
  const verdicts: Verdicts = unknown.length === 0 ? new Map() : await judgeLive(session, unknown);
  for (const [question, { equal }] of verdicts)
    if (equal && isLasting(question)) cache.set(keys.get(question) ?? "");
  await cache.save();
  return new Map(questions.map((question) => [question, verdicts.get(question) ?? { equal: true }]));
}

/** The schemas that unqualified names are looked for in. */
export async function effectivePath(session: Session): Promise<unknown> {
  const [row] = await session.query("SELECT pg_catalog.current_schemas(false)::text AS path");
  return row?.["path"];
}

/** What a subquery, or a query with a star, means depends on relations that are not part of the question. */
function isLasting({ role, model }: Question): boolean {
  return role !== "policy" && (role !== "query" || !/\*|\bnatural\b/i.test(model));
}

function contentOf({ role, column, table, model, database }: Question): readonly unknown[] {
  return [role, column ?? null, table && contextKey(table), model, database];
}

const contextKeys = new WeakMap<TableContext, string>();

/** Stands for a table's name and columns, which all questions about the table have in common. */
function contextKey(table: TableContext): string {
  const known = contextKeys.get(table);
  if (known !== undefined) return known;
  const key = verdictKey([
    table.schema ?? null,
    table.name,
    table.columns.map(({ name, type }) => [name, type]),
  ]);
  contextKeys.set(table, key);
  return key;
}

// Names are looked for as the session does it, but the judge's own table must not hide a type of the same name.
const OPENING = `${PINNED_SETTINGS}; SET LOCAL check_function_bodies = off;
SELECT pg_catalog.set_config('search_path', pg_catalog.concat_ws(', ',
  nullif(pg_catalog.current_setting('search_path'), ''), 'pg_temp'), true);
${JUDGE_FUNCTION};
${QUERY_FUNCTION}`;

async function judgeLive(session: Session, questions: readonly Question[]): Promise<Verdicts> {
  try {
    return await rolledBack(session, "READ WRITE", OPENING, () => compare(session, questions));
  } catch (error) {
    throw explained(error, session);
  }
}

/**
 * Round one prints the models' texts only: mostly they are what the database printed. Of the rest both sides are
 * printed, and printed again, since a print is no fixpoint: varchar IN (...) prints otherwise once it is read again.
 */
async function compare(session: Session, questions: readonly Question[]): Promise<Verdicts> {
  const verdicts: Verdicts = new Map(questions.map((question) => [question, { equal: false }]));
  let open: readonly Sides[] = questions.map((question) => ({
    question,
    model: question.model,
    database: question.database,
  }));
  for (const round of [["model"], ["database"], ["model", "database"]] as const) {
    if (open.length === 0) break;
    open = await printSides(session, open, round);
    for (const { question, model, database, columns } of open)
      verdicts.set(question, { equal: model === database, columns });
    open = open.filter(({ model, database }) => model !== database);
  }
  return verdicts;
}

interface Sides {
  readonly question: Question;
  readonly model: string;
  readonly database: string;
  /** Of a query that the model's text says. */
  readonly columns?: Verdict["columns"];
}

/** Replaces the texts of `sides` by their prints; a question one of whose texts Postgres refuses is dropped. */
async function printSides(
  session: Session,
  open: readonly Sides[],
  sides: readonly ("model" | "database")[],
): Promise<readonly Sides[]> {
  const items = open.flatMap((pair) =>
    sides.map((side): JudgedItem => ({ question: pair.question, text: pair[side] })),
  );
  const prints = await printItems(session, items);
  return open.flatMap((pair, i) => {
    const printed = sides.flatMap((side, n) => {
      const print = prints[i * sides.length + n];
      return print === undefined ? [] : [withPrint(side, print)];
    });
    return printed.length < sides.length ? [] : [Object.assign({}, pair, ...printed) as Sides];
  });
}

function withPrint(side: "model" | "database", { text, columns }: Print): Partial<Sides> {
  return side === "model" && columns !== undefined ? { model: text, columns } : { [side]: text };
}

function explained(error: unknown, session: Session): unknown {
  const code = scratchRefusal(error);
  if (code === null) return error;
  return new ConnectionError(
    "judge-refused",
    `${session.target} lets us create no temporary table, in which SQL texts are compared.`,
    {
      hint:
        code !== "42501" ? "Use the URL of the primary server." : "Grant the role TEMPORARY on the database.",
      cause: error,
    },
  );
}
