import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect } from "../../src/database/connect.ts";
import type { Session } from "../../src/database/session.ts";
import { createDatabase, eachMajor, majors, type TestDatabase } from "../support/database.ts";
import {
  kitProject,
  realCases,
  scenarioCases,
  type KitCase,
  type KitProject,
} from "../support/drizzleKit/cases.ts";
import { compareTools, type Verdict } from "../support/drizzleKit/compare.ts";
import { drizzleKit, type DrizzleKit } from "../support/drizzleKit/kit.ts";
import { LINES, type Line } from "../support/project.ts";
import { TROUBLES } from "./drizzleKit.cases.ts";
import type { Trouble } from "./drizzleKit.shared.ts";

const real = realCases();
const scenarios = await scenarioCases();
// Every scenario takes a quarter of a second on each line, so they run on one major only.
const scenarioMajor = majors().findLast((major) => major <= 17) ?? majors().at(-1);

describe.each(LINES)("drizzle-kit for drizzle-orm %s and Limbeck agree on", (line) => {
  let project: KitProject;
  let kit: DrizzleKit;

  beforeAll(async () => {
    project = await kitProject(line, [...real, ...scenarios]);
    kit = drizzleKit(line, project.project.dir);
  });
  afterAll(() => kit.stop());

  eachMajor("real models", (major) => comparisons(major, real));

  if (scenarioMajor !== undefined) {
    const known = scenarios.filter(({ minMajor }) => minMajor <= scenarioMajor);
    describe(`scenarios on PostgreSQL ${scenarioMajor}`, () => comparisons(scenarioMajor, known));
  }

  function comparisons(major: number, cases: readonly KitCase[]): void {
    let database: TestDatabase;
    let session: Session;
    beforeAll(async () => {
      database = await createDatabase(major);
      session = await connect(database.url);
    });
    afterAll(async () => {
      await session.close();
      await database.drop();
    });
    test.each(cases.map(({ name }) => name))("%s", { timeout: 180_000 }, async (name) => {
      const models = { catalog: await project.catalog(name), module: project.module(name) };
      const { setup = "", foreign = [] } = cases.find((one) => one.name === name) ?? {};
      const verdict = await compareTools({ kit, session, url: database.url, setup, foreign, ...models });
      expectKnown(verdict, troublesOf(line, name));
    });
  }
});

function troublesOf(line: Line, name: string): readonly Trouble[] {
  return TROUBLES.filter((trouble) => trouble.line === line && trouble.cases.includes(name));
}

/** Nothing but the troubles that the table knows, and all of those. */
function expectKnown(
  { failure, itself, limbeckOnKit, kitOnLimbeck }: Verdict,
  troubles: readonly Trouble[],
): void {
  const fails = troubles.find(({ kind }) => kind === "fails");
  if (fails !== undefined) {
    expect(failure, "why drizzle-kit cannot create the models").toMatch(fails.says);
    return;
  }
  expect(failure).toBeNull();
  expectExplained(itself, ofKind(troubles, "restless"), "what drizzle-kit would run after its own push");
  expectExplained(limbeckOnKit, ofKind(troubles, "alters"), "what Limbeck finds in drizzle-kit's database");
  expect(kitOnLimbeck, "what drizzle-kit would run in Limbeck's database").toHaveProperty("statements");
  const statements = "statements" in kitOnLimbeck ? kitOnLimbeck.statements : [];
  const altered = ofKind(troubles, "alters").map(({ says }) => says);
  const added = statements.filter((sql) => !itself.includes(sql) && !altered.some((says) => says.test(sql)));
  expect(added, "what drizzle-kit would run in Limbeck's database only").toEqual([]);
}

function ofKind(troubles: readonly Trouble[], kind: Trouble["kind"]): readonly Trouble[] {
  return troubles.filter((trouble) => trouble.kind === kind);
}

/** Every line has its trouble, and every trouble a line. */
function expectExplained(lines: readonly string[], troubles: readonly Trouble[], what: string): void {
  expect(
    lines.filter((line) => !troubles.some(({ says }) => says.test(line))),
    what,
  ).toEqual([]);
  expect(
    troubles.filter(({ says }) => !lines.some((line) => says.test(line))),
    `${what}: the table says more`,
  ).toEqual([]);
}

test("the table names cases that exist", () => {
  const names = new Set([...real, ...scenarios].map(({ name }) => name));
  expect(TROUBLES.flatMap(({ cases }) => cases).filter((name) => !names.has(name))).toEqual([]);
});

test("the documentation tells of every trouble", async () => {
  const text = await readFile(new URL("../../docs/drizzle-kit.md", import.meta.url), "utf8");
  const lines = text.split("\n");
  const told = (trouble: Trouble): boolean =>
    lines.some(
      (line) => line.includes(trouble.why) && trouble.cases.every((name) => line.includes(`\`${name}\``)),
    );
  expect(TROUBLES.filter((trouble) => !told(trouble))).toEqual([]);
});
