import { appendFileSync, writeFileSync } from "node:fs";
import { describe, test } from "vitest";
import { connect } from "../../src/database/connect.ts";
import { createDatabase, majors } from "../support/database.ts";
import { LINES } from "../support/project.ts";
import { kitProject, realCases, scenarioCases } from "../support/drizzleKit/cases.ts";
import { compareTools } from "../support/drizzleKit/compare.ts";
import { drizzleKit } from "../support/drizzleKit/kit.ts";

describe.each(LINES)("%s", (line) => {
  test("explore", { timeout: 3_000_000 }, async () => {
    const only = process.env["ONLY"];
    const cases = [...realCases(), ...(await scenarioCases())].filter(({ name }) => only === undefined || new RegExp(only).test(name));
    const out = `/tmp/kit-${line}.jsonl`;
    writeFileSync(out, "");
    const { project, catalog, module } = await kitProject(line, cases);
    const kit = drizzleKit(line, project.dir);
    await using db = await createDatabase(majors().at(-1) ?? 17);
    const session = await connect(db.url);
    for (const { name } of cases) {
      const at = Date.now();
      try {
        const verdict = await compareTools({ kit, session, url: db.url, catalog: await catalog(name), module: module(name) });
        appendFileSync(out, JSON.stringify({ name, ms: Date.now() - at, ...verdict }) + "\n");
      } catch (error) {
        appendFileSync(out, JSON.stringify({ name, crash: String(error) }) + "\n");
      }
    }
    kit.stop();
    await session.close();
  });
});
