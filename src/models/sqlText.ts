import type { DrizzleSql, ModelPlace } from "../objects/drizzle.ts";
import { modelError } from "../objects/drizzle.ts";
import { applyCasingTo } from "./casedNames.ts";
import type { DrizzleModule } from "./drizzleModule.ts";
import { literal } from "./literal.ts";

/** SQL as it stands in DDL: columns without their table, casing applied, bound values as literals. */
export function sqlText(chunk: DrizzleSql, drizzle: DrizzleModule, place: ModelPlace): string {
  return written(chunk, drizzle, place, "indexes");
}

/** A query as the body of a view; a semicolon at its end is no part of it. */
export function queryText(chunk: DrizzleSql, drizzle: DrizzleModule, place: ModelPlace): string {
  return written(chunk, drizzle, place).replace(/[\s;]+$/, "");
}

function written(chunk: DrizzleSql, drizzle: DrizzleModule, place: ModelPlace, source?: "indexes"): string {
  const { orm, pg, casing } = drizzle;
  // `inlineParams` marks the chunk that it is called on, and Drizzle's own literals are wrong for dates, arrays and
  // (in 0.45) bigints: so both the mark and the better literals go on a chunk of our own around the author's.
  const wrapped = Object.assign(orm.sql`${chunk}`.inlineParams(), {
    mapInlineParam: (value: unknown) => valueText(value, place),
  });
  const write = (): Query => new pg.PgDialect({ casing }).sqlToQuery(wrapped, source);
  if (casing !== undefined && source === undefined) {
    applyCasingTo(wrapped, drizzle);
    render(write, place);
  }
  const query = render(write, place);
  if (query.params.length > 0)
    throw modelError("sql-placeholder", place, "a placeholder has no value in DDL");
  return query.sql.trim();
}

interface Query {
  readonly sql: string;
  readonly params: readonly unknown[];
}

function render<T>(build: () => T, place: ModelPlace): T {
  try {
    return build();
  } catch (cause) {
    if (cause instanceof Error && "exitCode" in cause) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw modelError("sql-text", place, `the SQL cannot be written out: ${reason}`, undefined, cause);
  }
}

/** A JavaScript value as an SQL literal; ModelError for what has none. */
export function valueText(value: unknown, place: ModelPlace): string {
  const text = literal(value);
  if (text !== undefined) return text;
  const hint = "Write it as a piece of SQL instead: sql`...`.";
  throw modelError(
    "no-sql-literal",
    place,
    `a value of type ${typeof value} cannot be written as an SQL literal`,
    hint,
  );
}
