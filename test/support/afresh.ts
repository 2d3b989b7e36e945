import type { Catalog } from "../../src/catalog/catalog.ts";
import { connect } from "../../src/database/connect.ts";
import { createDatabase } from "./database.ts";
import { fingerprint } from "./fingerprint.ts";
import { createModels } from "./roundTrip.ts";

/** SQL to run around the models. */
interface Surroundings {
  readonly before?: string;
  readonly after?: string;
}

/** What a database is like in which nothing but these models, and what surrounds them, was ever made. */
export async function afresh(
  major: number,
  models: Catalog,
  { before = "", after = "" }: Surroundings = {},
): Promise<readonly string[]> {
  await using database = await createDatabase(major);
  const session = await connect(database.url);
  try {
    if (before !== "") await session.execute(before);
    await createModels(session, models);
    if (after !== "") await session.execute(after);
    return unordered(await fingerprint((sql) => database.query(sql)));
  } finally {
    await session.close();
  }
}

/** Postgres adds columns at the end only, so their places depend on how they came to be. */
export function unordered(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.replace(/"position": \d+, /, ""));
}
