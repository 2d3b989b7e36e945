export type Query = (sql: string) => Promise<readonly Record<string, unknown>[]>;

// With a bare search_path PostgreSQL qualifies every name; the others change how values print.
const pins: Readonly<Record<string, string>> = {
  search_path: "pg_catalog",
  quote_all_identifiers: "off",
  DateStyle: "ISO, MDY",
  IntervalStyle: "postgres",
  TimeZone: "UTC",
  extra_float_digits: "1",
  bytea_output: "hex",
  row_security: "off",
  jit: "off",
};

/** Reads under settings that make output comparable, and puts the former ones back. */
export async function pinned<T>(query: Query, read: () => Promise<T>): Promise<T> {
  const names = Object.keys(pins);
  const current = names.map((name) => `current_setting('${name}') AS "${name}"`);
  const [former = {}] = await query(`SELECT ${current.join(", ")}`);
  await query(assign(pins));
  const result = await read().catch(async (error: unknown) => {
    // In a failed transaction this fails as well; the first error is the one to see.
    await query(assign(former)).catch(() => undefined);
    throw error;
  });
  await query(assign(former));
  return result;
}

/** A string constant. */
export function literal(value: string): string {
  // `E` keeps backslashes right whatever standard_conforming_strings says.
  return `E'${value.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}

function assign(settings: Readonly<Record<string, unknown>>): string {
  const calls = Object.entries(settings).map(
    ([name, value]) => `set_config('${name}', ${literal(String(value))}, false)`,
  );
  return `SELECT ${calls.join(", ")}`;
}
