import { expect, test } from "vitest";
import { connect } from "../../src/database/connect.ts";
import { createDatabase, eachMajor } from "../support/database.ts";
import { createModels, differences, emit } from "../support/roundTrip.ts";
import { catalog, column, index, table } from "../support/shapes.ts";

const before = catalog(table("t"), column("t", "a", "integer"));
const after = catalog(...before.objects.values(), { ...index("t", "i", "a"), unique: true });

eachMajor("what a failed build of an index leaves", (major) => {
  test("is no difference by itself, and gives way to the index", async () => {
    await using database = await createDatabase(major);
    const session = await connect(database.url);
    try {
      await createModels(session, before);
      await database.query("INSERT INTO t VALUES (1), (1)");
      await expect(database.query("CREATE UNIQUE INDEX CONCURRENTLY i ON t (a)")).rejects.toThrow();
      await database.query("DELETE FROM t");
      expect(await differences(session, before)).toEqual([]);

      const revision = await emit(session, after, "an index");
      expect(revision.source).toContain('op.dropIndex("i", { ifExists: true })');
      await revision.up(session);
      expect(await differences(session, after)).toEqual([]);
      await revision.down(session);
      expect(await database.query("SELECT FROM pg_class WHERE relname = 'i'")).toEqual([]);
      await revision.up(session);
      expect(await differences(session, after)).toEqual([]);
    } finally {
      await session.close();
    }
  });
});
