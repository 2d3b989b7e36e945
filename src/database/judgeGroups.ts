import type { Question, TableContext } from "../diff/judgement.ts";
import { withoutSchema } from "../catalog/sqlText.ts";
import { quoteIdentifier } from "../operations/sql.ts";
import { withoutOuterParentheses } from "../objects/printedText.ts";

/** A text to be printed in the context of its question. */
export interface JudgedItem {
  readonly question: Question;
  readonly text: string;
}

/** Texts about one table, as pg_temp.limbeck_judge takes them. */
export interface JudgeGroup {
  readonly name: string;
  readonly columns: readonly string[];
  readonly items: Readonly<Record<string, string>>;
}

/** The groups, and where to find the print of an item among the results. */
export interface GroupedTexts {
  readonly groups: readonly JudgeGroup[];
  keyOf(item: JudgedItem): { readonly group: number; readonly key: string };
  /** What of a print stands for the text. */
  read(item: JudgedItem, print: string): string;
}

interface OpenGroup {
  readonly table: TableContext | null;
  readonly keys: Map<string, string>;
  readonly items: Record<string, string>;
  readonly texts: string[];
}

// Stands where there is no table.
const NO_TABLE = "limbeck types";

// A table has 1,600 columns at most, and what fails is tried again one by one.
const LARGEST_GROUP = 200;

/** Groups texts by the table that they are about; one that occurs several times in a group is printed once. */
export function groupTexts(items: readonly JudgedItem[]): GroupedTexts {
  const groups: OpenGroup[] = [];
  const current = new Map<string, number>();
  const places = new Map<JudgedItem, { group: number; key: string }>();
  for (const item of items) {
    const context = JSON.stringify(item.question.table);
    let index = current.get(context);
    if (index === undefined || (groups[index]?.texts.length ?? 0) >= LARGEST_GROUP) {
      index = groups.push({ table: item.question.table, keys: new Map(), items: {}, texts: [] }) - 1;
      current.set(context, index);
    }
    const group = groups[index];
    if (group !== undefined) places.set(item, { group: index, key: add(group, item) });
  }
  return {
    groups: groups.map(finished),
    keyOf: (item) => places.get(item) ?? { group: -1, key: "" },
    read: ({ question }, print) => readPrint(question.role, print),
  };
}

function add(group: OpenGroup, { question, text }: JudgedItem): string {
  const content = JSON.stringify([question.role, question.column, text]);
  const known = group.keys.get(content);
  if (known !== undefined) return known;
  const key = `limbeck ${question.role} ${group.keys.size}`;
  group.keys.set(content, key);
  group.items[key] = element(quoteIdentifier(key), question, text);
  group.texts.push(text);
  return key;
}

/** A text as an element of CREATE TABLE, or a command that needs the table. A line break follows it, since it may end in a comment. */
function element(name: string, { role, column, table, schema }: Question, said: string): string {
  const text = local(said, table?.schema ?? schema, table);
  const type = table?.columns.find((candidate) => candidate.name === column)?.type ?? "text";
  switch (role) {
    case "type":
      return `${name} ${text}\n`;
    case "default":
      return `${name} ${type} DEFAULT (${text}\n)`;
    case "generated":
      return `${name} ${type} GENERATED ALWAYS AS (${text}\n) STORED`;
    case "condition":
      return `CONSTRAINT ${name} CHECK (${text}\n)`;
    case "policy":
      // The only place but views where Postgres lets subqueries stand; `judgeFunction` runs it after CREATE TABLE.
      return `CREATE POLICY ${name} ON pg_temp.${quoteIdentifier(table?.name ?? NO_TABLE)} USING (${text}\n)`;
    case "query":
      // Never here: a query is about no one table, and is printed by itself.
      return text;
    case "expression":
      // Whatever its type, it can be asked whether it is null.
      return `CONSTRAINT ${name} CHECK ((${text}\n) IS NOT NULL)`;
  }
}

/**
 * The judge's table lies in another schema than the one it stands for: `app.users.id` becomes `users.id`. After FROM,
 * where the real table is meant, no column follows the name.
 */
function local(text: string, schema: string | undefined, table: TableContext | null): string {
  return schema === undefined || table === null ? text : withoutSchema(text, schema, table.name);
}

function readPrint(role: Question["role"], print: string): string {
  if (role === "type" || role === "default") return print;
  const text = withoutOuterParentheses(print);
  if (role !== "expression") return text;
  // A record prints as IS DISTINCT FROM NULL; then the whole print stands for it.
  return text.endsWith(" IS NOT NULL")
    ? withoutOuterParentheses(text.slice(0, -" IS NOT NULL".length))
    : text;
}

function finished({ table, items, texts }: OpenGroup): JudgeGroup {
  const mentioned = texts.join("\n").toLowerCase();
  const columns = (table?.columns ?? []).filter(({ name }) =>
    isMentioned(name, table?.name ?? "", mentioned),
  );
  return {
    name: quoteIdentifier(table?.name ?? NO_TABLE),
    columns: columns.map(({ name, type }) => `${quoteIdentifier(name)} ${type}`),
    items,
  };
}

/**
 * Whether a text can mean a column: its name occurs somewhere, or it may be written with Unicode escapes, or a row
 * stands for all columns. Columns that no text can mean need not be made.
 */
function isMentioned(column: string, table: string, texts: string): boolean {
  return texts.includes(written(column)) || texts.includes('u&"') || texts.includes(written(table));
}

/** A name as it stands in a lower-cased text, quoted or not. */
function written(name: string): string {
  return name.toLowerCase().replaceAll('"', '""');
}
