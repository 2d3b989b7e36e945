import { quoteIdentifier, quoteLiteral, sqlName, type Name } from "../operations/sql.ts";
import { statement, type Implementation } from "../operations/statement.ts";
import { call, type Call } from "./methods.ts";

/** What a comment is on. A constraint is named with its table, an index by itself. */
export type CommentTarget =
  | { readonly schema: string }
  | { readonly type: Name }
  | { readonly sequence: Name }
  | { readonly index: Name }
  | { readonly table: Name; readonly column?: string; readonly constraint?: string };

/** What a revision can do to comments, which no model knows: an object that is made anew gets its own back. */
export interface CommentOperations {
  /** COMMENT ON. */
  comment(on: CommentTarget, text: string): void;
}

export const commentOperations: Implementation<CommentOperations> = {
  comment: (on, text) => statement(`COMMENT ON ${targetSql(on)} IS ${quoteLiteral(text)}`),
};

function targetSql(on: CommentTarget): string {
  if ("schema" in on) return `SCHEMA ${quoteIdentifier(on.schema)}`;
  if ("type" in on) return `TYPE ${sqlName(on.type)}`;
  if ("sequence" in on) return `SEQUENCE ${sqlName(on.sequence)}`;
  if ("index" in on) return `INDEX ${sqlName(on.index)}`;
  const table = sqlName(on.table);
  if (on.column !== undefined) return `COLUMN ${table}.${quoteIdentifier(on.column)}`;
  if (on.constraint === undefined) return `TABLE ${table}`;
  return `CONSTRAINT ${quoteIdentifier(on.constraint)} ON ${table}`;
}

/** The call that gives a new object the comment of the former one; nothing where it had none. */
export function commentCalls(on: CommentTarget, text: string | undefined): readonly Call[] {
  return text === undefined ? [] : [call("comment", on, text)];
}

/** SQL for the comment on an object of a system catalog, null for none. */
export function commentSql(catalog: string, oid: string, sub: string = "0"): string {
  return `(SELECT pd.description FROM pg_description pd
    WHERE pd.objoid = ${oid} AND pd.classoid = '${catalog}'::regclass AND pd.objsubid = ${sub})`;
}
