import { InternalError } from "../errors.ts";
import type { Verdict } from "../objects/definition.ts";
import { rowOrNull, text, type CatalogRow } from "../objects/row.ts";
import { printedQuery } from "../objects/printedText.ts";
import { queryColumnsFromRow } from "../objects/queryColumns.ts";
import { groupTexts, type JudgedItem } from "./judgeGroups.ts";
import type { Session } from "./session.ts";

/** What Postgres makes of a text. */
export interface Print {
  readonly text: string;
  readonly columns?: Verdict["columns"];
}

/** Has texts printed in one round trip; nothing stands for a text that Postgres refuses. */
export async function printItems(
  session: Session,
  items: readonly JudgedItem[],
): Promise<readonly (Print | undefined)[]> {
  const { groups, keyOf, read } = groupTexts(items.filter((item) => !isQuery(item)));
  const queries = new Map(items.filter(isQuery).map((item, i) => [item, `limbeck query ${i}`] as const));
  const [row] = await session.query(
    "SELECT pg_temp.limbeck_judge($1::jsonb) AS prints, pg_temp.limbeck_judge_queries($2::jsonb) AS queries",
    [JSON.stringify(groups), JSON.stringify(Object.fromEntries([...queries].map(queryEntry)))],
  );
  const [prints, answers] = [row?.["prints"], row?.["queries"]];
  if (!isPrints(prints, groups.length) || !isRow(answers))
    throw new InternalError("The judge gave no prints.");
  return items.map((item) => {
    const query = queries.get(item);
    if (query !== undefined) return printOfQuery(rowOrNull(answers, query));
    const { group, key } = keyOf(item);
    const printed = prints[group]?.[key];
    return printed === undefined ? undefined : { text: read(item, printed) };
  });
}

function isQuery({ question }: JudgedItem): boolean {
  return question.role === "query";
}

function queryEntry([item, key]: readonly [JudgedItem, string]): readonly [string, string] {
  return [key, item.text];
}

function printOfQuery(answer: CatalogRow | null): Print | undefined {
  if (answer === null) return undefined;
  return { text: printedQuery(text(answer, "print")), columns: queryColumnsFromRow(answer, "columns") };
}

function isPrints(
  value: unknown,
  count: number,
): value is readonly Readonly<Record<string, string | undefined>>[] {
  return Array.isArray(value) && value.length === count;
}

function isRow(value: unknown): value is CatalogRow {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
