import type { Catalog } from "../catalog/catalog.ts";
import { DEFAULT_SCHEMA, objectId, type ObjectId } from "../catalog/name.ts";
import { commonTablesIn, identifiersIn, relationsIn } from "../catalog/sqlText.ts";
import { RELATIONS } from "./relation.ts";
import { rows, text, texts, type CatalogRow } from "./row.ts";

/**
 * What a query in the database reads, as pg_depend has it: of a relation its columns, of a type nothing more; and the
 * table by whose primary key it groups, so that it needs no other column there.
 */
export interface Use {
  /** `relation`: a table, view or materialized view. */
  readonly kind: "relation" | "type" | "primaryKey";
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly string[];
}

/**
 * SQL for a JSON array of the uses of one object: `dependent` is a condition on pg_depend `d` that finds its rows
 * (for a view those of its rewrite rule), `self` the oid of the relation it belongs to, which is left out.
 */
export function usesSql(dependent: string, self: string): string {
  return `(SELECT coalesce(json_agg(u ORDER BY u.kind, u.schema, u.name), '[]') FROM (
    SELECT 'relation' AS kind, un.nspname AS schema, uc.relname AS name,
      coalesce(array_agg(DISTINCT ua.attname) FILTER (WHERE ua.attname IS NOT NULL), '{}') AS columns
    FROM pg_depend d JOIN pg_class uc ON uc.oid = d.refobjid AND uc.relkind IN ('r', 'p', 'v', 'm', 'f')
    JOIN pg_namespace un ON un.oid = uc.relnamespace
    LEFT JOIN pg_attribute ua ON ua.attrelid = uc.oid AND ua.attnum = d.refobjsubid AND ua.attnum > 0
    WHERE ${dependent} AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> ${self}
    GROUP BY un.nspname, uc.relname
    UNION ALL
    SELECT DISTINCT 'type', un.nspname, ut.typname, '{}'::name[]
    FROM pg_depend d JOIN pg_type ut ON d.refobjid IN (ut.oid, ut.typarray) JOIN pg_namespace un ON un.oid = ut.typnamespace
    WHERE ${dependent} AND d.refclassid = 'pg_type'::regclass AND ut.typtype = 'e'
    UNION ALL
    SELECT DISTINCT 'primaryKey', un.nspname, uc.relname, '{}'::name[]
    FROM pg_depend d JOIN pg_constraint uk ON uk.oid = d.refobjid AND uk.contype = 'p'
    JOIN pg_class uc ON uc.oid = uk.conrelid JOIN pg_namespace un ON un.oid = uc.relnamespace
    WHERE ${dependent} AND d.refclassid = 'pg_constraint'::regclass) u)`;
}

/** The uses in a row of `usesSql`. */
export function usesFromRow(row: CatalogRow, key: string): readonly Use[] {
  return rows(row, key).map((use) => ({
    kind: kindOf(text(use, "kind")),
    schema: text(use, "schema"),
    name: text(use, "name"),
    columns: texts(use, "columns"),
  }));
}

function kindOf(word: string): Use["kind"] {
  return word === "type" || word === "primaryKey" ? word : "relation";
}

/** The ids of what Postgres says is used, as far as the catalog has it. */
export function usedObjects(uses: readonly Use[], catalog: Catalog): readonly ObjectId[] {
  const ids = uses.flatMap(({ kind, schema, name, columns }) => {
    if (kind === "type") return [objectId("enum", schema, name)];
    if (kind === "primaryKey") return [objectId("primaryKey", schema, name)];
    return [
      ...RELATIONS.map((relation) => objectId(relation, schema, name)),
      ...columns.map((column) => objectId("column", schema, name, column)),
    ];
  });
  return ids.filter((id) => catalog.objects.has(id));
}

/**
 * The ids of what a query that Postgres has not seen may use: the relations that stand where relations stand
 * (after FROM, JOIN and the commas between), their columns as far as the text has such words, and enum types by name.
 */
export function mentionedObjects(query: string, catalog: Catalog): readonly ObjectId[] {
  const words = [...new Set(identifiersIn(query))];
  const relations = relationsIn(query).map(({ schema = DEFAULT_SCHEMA, name }) => ({ schema, name }));
  const common = new Set(commonTablesIn(query));
  const ids = relations.flatMap(({ schema, name }) => [
    // A common table expression hides relations of its name, yet mostly reads a table of that name. One that hides a
    // view must not make the two views wait for each other.
    ...(common.has(name) ? ["table"] : RELATIONS).map((relation) => objectId(relation, schema, name)),
    ...words.map((word) => objectId("column", schema, name, word)),
  ]);
  const types = enumsNamed(words, catalog);
  return [...new Set([...ids, ...types])].filter((id) => catalog.objects.has(id));
}

function enumsNamed(words: readonly string[], catalog: Catalog): readonly ObjectId[] {
  const known = new Set(words);
  return [...catalog.objects].flatMap(([id, object]) =>
    object.kind === "enum" && known.has(object.name) ? [id] : [],
  );
}
