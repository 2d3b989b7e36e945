import { expect } from "vitest";
import { truncateIdentifier } from "../../../src/catalog/name.ts";
import { connect } from "../../../src/database/connect.ts";
import { createDatabase } from "../database.ts";
import { described } from "../roundTrip.ts";
import type { EditedModel } from "./edited.ts";
import type { ReadModel } from "./reader.ts";
import { modelSql } from "./sql.ts";
import { extensionSql } from "./types.ts";

/** Makes a database by SQL: models that say the same show no difference, edited ones show the edit and no more. */
export async function idempotenceOf(
  { seed, model, edited, expected }: EditedModel,
  major: number,
  read: ReadModel,
): Promise<void> {
  const [models, editedModels] = [await read(model, seed), await read(edited, seed)];
  await using database = await createDatabase(major);
  const session = await connect(database.url);
  try {
    const extensions = extensionSql([model, edited]);
    if (extensions !== "") await session.execute(extensions);
    for (const sql of modelSql(model, seed)) await session.execute(sql);
    expect(await described(session, models), "models that say the same").toEqual([]);
    const found = await described(session, editedModels);
    const { action, label, name = "", attribute } = expected;
    const words = JSON.stringify(found);
    expect(found, words).toHaveLength(1);
    expect(found[0]?.action, words).toBe(action);
    expect(found[0]?.object, words).toMatch(new RegExp(`^${label} `));
    expect(found[0]?.object.replaceAll('""', '"'), words).toContain(truncateIdentifier(name));
    expect(found[0]?.changes, words).toHaveLength(attribute === undefined ? 0 : 1);
    expect(found[0]?.changes.join(), words).toMatch(new RegExp(`^${attribute ?? "$"}`));
  } finally {
    await session.close();
  }
}
