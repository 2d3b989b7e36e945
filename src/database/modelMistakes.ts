import type { QualifiedName } from "../catalog/name.ts";
import type { Session } from "./session.ts";
import { PINNED_SETTINGS, rolledBack, scratchRefusal } from "./transaction.ts";

/** A default with the type of its column, both SQL text. */
export interface TypedDefault {
  readonly type: string;
  readonly text: string;
}

/** What Postgres says of defaults that no column of the type can have, each with its default. */
export type RefusedDefaults = ReadonlyMap<TypedDefault, string>;

/**
 * Asks Postgres which defaults it refuses, all in one query whatever their number, in a transaction that is rolled back.
 * A type or function that it does not know is no refusal: an earlier part of the same revision may make it.
 */
export async function refusedDefaults(
  session: Session,
  defaults: readonly TypedDefault[],
): Promise<RefusedDefaults> {
  const items = JSON.stringify(defaults.map(({ type, text }) => [type, text]));
  const rows = await answers(session, () =>
    session.query("SELECT place, code, message FROM pg_temp.limbeck_refused($1::jsonb)", [items]),
  );
  const refused = rows.filter((row) => MISTAKE.test(String(row["code"])));
  return new Map(
    refused.flatMap((row) => {
      const value = defaults[Number(row["place"])];
      return value === undefined ? [] : [[value, String(row["message"]).split("\n")[0] ?? ""] as const];
    }),
  );
}

// Data exceptions, syntax errors, wrong types, columns, subqueries, aggregates and parameters where none can be.
const MISTAKE = /^(22...|42601|42804|42846|42803|42P02|42P20|0A000)$/;

async function answers<T>(session: Session, ask: () => Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await rolledBack(session, "READ WRITE", `${PINNED_SETTINGS}; ${FUNCTION}`, ask);
  } catch (error) {
    // Applying the revision will tell.
    if (scratchRefusal(error) !== null) return [];
    throw error;
  }
}

/** The relations of these that the database has, in scope or not, modelled or not. */
export async function existingRelations(
  session: Session,
  names: readonly QualifiedName[],
): Promise<readonly QualifiedName[]> {
  const rows = await session.query(
    `SELECT ordinality::int - 1 AS place FROM json_array_elements($1::json) WITH ORDINALITY x(value, ordinality)
     WHERE EXISTS (SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = value->>'schema' AND c.relname = value->>'name')`,
    [JSON.stringify(names)],
  );
  return rows.flatMap((row) => names[Number(row["place"])] ?? []);
}

// The tables are partitioned and so have no files; they are gone with their subtransactions. All columns are tried
// together, as hundreds of tables would be slow, and one by one only where any is refused.
const FUNCTION = `
CREATE FUNCTION pg_temp.limbeck_refusal(elements text, OUT code text, OUT message text) LANGUAGE plpgsql AS $try$
BEGIN
  EXECUTE 'CREATE TEMPORARY TABLE "limbeck defaults" ("limbeck key" integer, ' || elements
    || ') PARTITION BY RANGE ("limbeck key")';
  RAISE EXCEPTION USING ERRCODE = 'LB000';
EXCEPTION
  WHEN SQLSTATE 'LB000' THEN NULL;
  WHEN OTHERS THEN
    code := SQLSTATE;
    message := SQLERRM;
END
$try$;

CREATE FUNCTION pg_temp.limbeck_refused(items jsonb) RETURNS TABLE (place integer, code text, message text)
LANGUAGE plpgsql AS $refused$
#variable_conflict use_column
DECLARE
  batch record;
  item record;
BEGIN
  FOR batch IN
    SELECT jsonb_agg(jsonb_build_array(n, i) ORDER BY n) AS members,
      string_agg(format(E'"limbeck %s" %s DEFAULT (%s\\n)', n, i->>0, i->>1), ', ' ORDER BY n) AS elements
    FROM jsonb_array_elements(items) WITH ORDINALITY a(i, n) GROUP BY n / 200 ORDER BY n / 200
  LOOP
    CONTINUE WHEN (SELECT r.code IS NULL FROM pg_temp.limbeck_refusal(batch.elements) r);
    FOR item IN SELECT (m->>0)::int - 1 AS n, m->1->>0 AS type, m->1->>1 AS text FROM jsonb_array_elements(batch.members) m
    LOOP
      CONTINUE WHEN (SELECT r.code IS NOT NULL FROM pg_temp.limbeck_refusal('c ' || item.type) r);
      RETURN QUERY SELECT item.n, r.code, r.message
        FROM pg_temp.limbeck_refusal(format(E'c %s DEFAULT (%s\\n)', item.type, item.text)) r WHERE r.code IS NOT NULL;
    END LOOP;
  END LOOP;
END
$refused$`;
