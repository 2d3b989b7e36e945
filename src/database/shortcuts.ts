import type { Question } from "../diff/judgement.ts";
import { withoutOuterParentheses } from "../objects/printedText.ts";
import { builtInType, isSerialName } from "./typeAliases.ts";

/** What can be told without asking Postgres; `ask` is no answer. */
export type Shortcut = "equal" | "different" | "ask";

/**
 * Settles the plain cases of a question. Only serial is ever called different: no column has that type, so that
 * Postgres would print the integer beneath and call it equal to one.
 */
export function shortcut(question: Question): Shortcut {
  const { role, model, database } = question;
  if (model === database) return "equal";
  if (role === "type") return typeShortcut(model, database);
  if (role === "default") return isSameLiteral(question) ? "equal" : "ask";
  return withoutOuterParentheses(model) === withoutOuterParentheses(database) ? "equal" : "ask";
}

function typeShortcut(model: string, database: string): Shortcut {
  const type = builtInType(model);
  if (type !== null && type === builtInType(database)) return "equal";
  return isSerialName(model) || isSerialName(database) ? "different" : "ask";
}

const LITERAL = /^'(?:[^'\\]|'')*'$/;

/** Postgres adds the column's type to a literal, without its modifier: 'abc' becomes 'abc'::character varying. */
function isSameLiteral({ model, database, table, column }: Question): boolean {
  const type = table?.columns.find(({ name }) => name === column)?.type;
  if (type === undefined || !LITERAL.test(model)) return false;
  return database === `${model}::${withoutModifier(type)}`;
}

function withoutModifier(type: string): string {
  return type.replace(/\([\d,]+\)/, "");
}
