import { expect } from "vitest";
import { EMPTY_CATALOG } from "../../../src/catalog/catalog.ts";
import { connect } from "../../../src/database/connect.ts";
import { afresh, unordered } from "../afresh.ts";
import { createDatabase, type TestDatabase } from "../database.ts";
import { fingerprint } from "../fingerprint.ts";
import { createModels, differences, emit } from "../roundTrip.ts";
import { keptChecksums } from "./checksums.ts";
import type { ModelPair } from "./pair.ts";
import type { ReadModel } from "./reader.ts";
import { keptColumns, rowsSql } from "./rows.ts";
import { extensionSql } from "./types.ts";

/**
 * Takes a database from the first models to the second, back and there again: no difference is left, it is what the
 * second models make afresh and then again what it was, and what both models have keeps its rows.
 */
export async function roundTripOf(pair: ModelPair, major: number, read: ReadModel): Promise<void> {
  const reading = [pair.first, pair.second].map((model) => read(model, pair.seed));
  const [first = EMPTY_CATALOG, second = EMPTY_CATALOG] = await Promise.all(reading);
  const extensions = extensionSql([pair.first, pair.second]);
  const making = afresh(major, second, { before: extensions });
  // Whatever fails first is reported; this is waited for below.
  making.catch(() => undefined);
  await using database = await createDatabase(major);
  const session = await connect(database.url);
  try {
    if (extensions !== "") await session.execute(extensions);
    await createModels(session, first);
    await session.execute(rowsSql(pair));
    expect(await differences(session, first), "the first models, just created").toEqual([]);
    const start = await observe(database, pair);

    const revision = await emit(session, second, "random");
    await said(revision.source, "up", () => revision.up(session));
    expect(await differences(session, second), `after up:\n${revision.source}`).toEqual([]);
    const reached = await observe(database, pair);
    expect(reached.unordered, `against the second models made afresh:\n${revision.source}`).toEqual(
      await making,
    );
    expect(reached.untouched, `rows after up:\n${revision.source}`).toEqual(start.untouched);

    await said(revision.source, "down", () => revision.down(session));
    const back = await observe(database, pair);
    // A column that was dropped comes back at the end.
    const order = revision.source.includes("dropColumn") ? "unordered" : "ordered";
    expect(back[order], `after down:\n${revision.source}`).toEqual(start[order]);
    expect(back.rows, `rows after down:\n${revision.source}`).toEqual(start.rows);

    await said(revision.source, "up again", () => revision.up(session));
    expect((await observe(database, pair)).unordered, `after the second up:\n${revision.source}`).toEqual(
      reached.unordered,
    );
  } finally {
    await session.close();
  }
}

interface Observed {
  readonly ordered: readonly string[];
  readonly unordered: readonly string[];
  /** The rows of what both models have. */
  readonly rows: readonly string[];
  /** The same without the columns whose type changes. */
  readonly untouched: readonly string[];
}

async function observe(database: TestDatabase, pair: ModelPair): Promise<Observed> {
  const ordered = await fingerprint((sql) => database.query(sql));
  const rows = await keptChecksums(database, keptColumns(pair, false));
  const untouched = await keptChecksums(database, keptColumns(pair, true));
  return { ordered, unordered: unordered(ordered), rows, untouched };
}

/** Puts the revision beside Postgres's message. */
async function said(source: string, what: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${what}: ${reason}\n${source}`, { cause });
  }
}
