import { describe, expect, test } from "vitest";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createDatabase, majors } from "../support/database.ts";
import { fingerprint } from "../support/fingerprint.ts";
import { rowChecksums } from "../support/fingerprint.ts";
import { createModels, differences, emit } from "../support/roundTrip.ts";
import { LINES, makeProject } from "../support/project.ts";
import { readScenarios } from "../support/scenario.ts";
import { readModels } from "../../src/models/toCatalog.ts";
import { connect } from "../../src/database/connect.ts";
const scenarios = (await readScenarios()).filter((s) => s.name.startsWith(process.env["ONLY"] ?? ""));
const line = (process.env["LINE"] ?? "0.45") as (typeof LINES)[number];
for (const major of (process.env["MAJORS"] ?? "17").split(",").map(Number))
  describe(`${line} ${major}`, () => {
    test.each(scenarios)("$name", async (scenario) => {
      if ((scenario.notes.minMajor ?? 0) > major) return;
      if (!majors().includes(major)) throw new Error("no server");
      const project = makeProject(line, {
        "from.ts": readFileSync(join(scenario.folder, "from.ts"), "utf8"),
        "to.ts": readFileSync(join(scenario.folder, "to.ts"), "utf8"),
      });
      const models = (side: string) => readModels({ root: project.dir, schemaFiles: [project.path(`${side}.ts`)], casing: undefined, cacheDir: project.path(".c") }).catch((e: unknown) => { if (readFileSync(project.path(`${side}.ts`), "utf8").trim() === "export {};") return { objects: new Map() }; throw e; });
      const [from, to] = [await models("from"), await models("to")];
      await using database = await createDatabase(major);
      const session = await connect(database.url);
      try {
        const options = { ignoreColumnOrder: scenario.notes.columnOrder === true };
        const look = () => fingerprint((sql) => database.query(sql), options);
        const rows = () => rowChecksums((sql) => database.query(sql));
        await createModels(session, from);
        if (scenario.seed) await database.query(scenario.seed);
        expect(await differences(session, from), "from is quiet").toEqual([]);
        const before = await look();
        const rowsBefore = await rows();
        const revision = await emit(session, to, "scenario");
        if (process.env["SHOW"]) console.log(revision.source);
        if ((scenario.notes as { unchanged?: boolean }).unchanged) { expect(await differences(session, to)).toEqual([]); return; }
        expect(await differences(session, to), "something changes").not.toEqual([]);
        await revision.up(session).catch((e: Error) => { throw new Error(`UP ${e.message}\n${revision.source}`); });
        expect(await differences(session, to), "to is quiet\n" + revision.source).toEqual([]);
        const after = await look();
        await using fresh = await createDatabase(major);
        const s2 = await connect(fresh.url);
        try { await createModels(s2, to); } finally { await s2.close(); }
        if (!scenario.name.startsWith("enum--") && !scenario.notes.columnOrder) expect(after, "up = fresh\n" + revision.source).toEqual(await fingerprint((sql) => fresh.query(sql), options));
        await revision.down(session).catch((e: Error) => { throw new Error(`DOWN ${e.message}\n${revision.source}`); });
        expect(await differences(session, from), "from is quiet again\n" + revision.source).toEqual([]);
        expect(await look(), "down = start\n" + revision.source).toEqual(before);
        const lost = new Set((scenario.notes.loses ?? []).map((l) => l.replace(/^([^.]+)$/, "public.$1")));
        const rowsAfter = await rows();
        for (const [name, sum] of Object.entries(rowsBefore)) {
          const declared = [...lost].some((l) => l === name || `public.${l}`.startsWith(`${name}.`) || l.startsWith(`${name}.`));
          if (declared) continue;
          expect(rowsAfter[name], `rows of ${name}\n` + revision.source).toEqual(sum);
        }
      } finally { await session.close(); }
    });
  });
