import type { QueryColumn } from "../queryColumns.ts";
import type { Use } from "../uses.ts";

/** SQL that gives an object made anew what Drizzle cannot say: a grant, a comment, an index, a trigger. */
export interface Extra {
  readonly sql: string;
  /** The object's columns without which it makes no sense. */
  readonly columns: readonly string[];
}

/** What views and materialized views have in common. */
export interface StoredQuery {
  readonly schema: string;
  readonly name: string;
  /** SQL text: the author's, or as the database prints it; empty where the models only say that it exists. */
  readonly query: string;
  /** The models leave it to others. */
  readonly existing?: boolean | undefined;
  /** Known of the database's, and of a model's that the judge could read. */
  readonly columns?: readonly QueryColumn[] | undefined;
  /** What the query reads, where Postgres has said it. */
  readonly uses?: readonly Use[] | undefined;
  readonly extras?: readonly Extra[] | undefined;
}
