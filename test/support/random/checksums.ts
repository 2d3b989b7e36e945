import type { TestDatabase } from "../database.ts";
import type { Named } from "./model.ts";

/** Number and hash of the rows of each table, as far as these columns go, whatever order the rows are in. */
export async function keptChecksums(
  database: TestDatabase,
  tables: readonly (Named & { readonly columns: readonly string[] })[],
): Promise<readonly string[]> {
  if (tables.length === 0) return [];
  const selects = tables.map(({ schema, name, columns }) => {
    const row = `ROW(${columns.map(quoted).join(", ")})::text`;
    const table = `${quoted(schema)}.${quoted(name)}`;
    return `SELECT $t$${table}$t$ || ' ' || count(*) || ' ' || coalesce(md5(string_agg(line, ';' ORDER BY line COLLATE "C")), '') AS line
      FROM (SELECT ${row} AS line FROM ${table}) lines`;
  });
  const rows = await database.query(selects.join(" UNION ALL "));
  return rows.map((row) => String(row["line"]));
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
