import type { JudgedText, Verdict } from "../objects/definition.ts";

/** The table in whose context a text is read: `type` texts are those of the database's own columns. */
export interface TableContext {
  /** A text may name the table with it. */
  readonly schema?: string;
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** Are these two SQL texts the same to Postgres? */
export interface Question {
  readonly role: JudgedText["role"];
  /** For `default` and `generated`: the column that the text belongs to; it is one of the table's columns. */
  readonly column?: string | undefined;
  /** For `policy`: the schema of the table. */
  readonly schema?: string | undefined;
  /** Null for the roles `type` and `query`. */
  readonly table: TableContext | null;
  /** The author's text. */
  readonly model: string;
  /** What the database printed. */
  readonly database: string;
}

/**
 * Answers questions in their order. Equal only when Postgres prints both texts alike; a text that Postgres
 * refuses (an unknown function or type) is equal to nothing but itself.
 */
export type Judge = (questions: readonly Question[]) => Promise<readonly Verdict[]>;
