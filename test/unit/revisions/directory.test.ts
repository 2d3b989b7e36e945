import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { LimbeckError } from "../../../src/errors.ts";
import { loadModules } from "../../../src/modules/load.ts";
import { readRevisions } from "../../../src/revisions/directory.ts";
import { headsOf, type RevisionGraph } from "../../../src/revisions/graph.ts";

let root = "";
let dir = "";

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), "limbeck-directory-")));
  dir = join(root, "migrations");
  await mkdir(dir);
});
afterEach(() => rm(root, { recursive: true, force: true }));

const read = (): Promise<RevisionGraph> => readRevisions(dir, loadModules, { root });
const put = (name: string, text: string): Promise<void> => writeFile(join(dir, name), text);

function source(id: string, down: string | null, rest = "export async function up() {}"): string {
  return `export const revision = ${JSON.stringify(id)};\nexport const downRevision = ${JSON.stringify(down)};\n${rest}\n`;
}

async function failure(): Promise<LimbeckError> {
  const error: unknown = await read().catch((thrown: unknown) => thrown);
  if (error instanceof LimbeckError) return error;
  throw new Error("no LimbeckError", { cause: error });
}

describe("a folder", () => {
  test("that is missing has no revisions", async () => {
    await rm(dir, { recursive: true });
    expect((await read()).revisions.size).toBe(0);
  });

  test("is read with its types stripped", async () => {
    const up =
      'import type { Operations } from "limbeck/op";\nexport async function up(op: Operations): Promise<void> { op.execute("x"); }';
    await put("0001_first.ts", source("0001", null, up));
    await put("0002_second.mjs", source("0002", "0001"));
    const graph = await read();
    expect(headsOf(graph)).toEqual(["0002"]);
    expect(graph.revisions.get("0001")).toMatchObject({ message: "first", file: join(dir, "0001_first.ts") });
  });

  test("may hold sub-folders, notes, declarations, and what begins with _ or a dot", async () => {
    await put("0001_first.ts", source("0001", null));
    await mkdir(join(dir, "data.ts"));
    for (const name of ["README.md", "_shared.ts", ".hidden.sql", "0001_first.d.ts", "0001_first.js.map"]) {
      await put(name, "not { a module");
    }
    await put("package.json", "{}");
    expect((await read()).revisions.size).toBe(1);
  });

  test("that is a file is a configuration error", async () => {
    await rm(dir, { recursive: true });
    await writeFile(dir, "");
    expect(await failure()).toMatchObject({ code: "migrations-folder", exitCode: 2 });
  });

  test("may be reached through a link", async () => {
    await put("0001_first.ts", source("0001", null));
    await symlink(dir, join(root, "link"));
    expect((await readRevisions(join(root, "link"), loadModules, { root })).revisions.size).toBe(1);
  });

  test("has the same checksums with CRLF and a byte order mark", async () => {
    await put("0001_a.ts", source("0001", null));
    await put("0002_b.ts", `\uFEFF${source("0001", null).replaceAll("\n", "\r\n").replace("0001", "0002")}`);
    await put("0003_c.ts", source("0002", null).replace('"0002"', '"0003"'));
    const graph = await read();
    const [first, second] = [graph.revisions.get("0001"), graph.revisions.get("0002")];
    expect(second?.checksum).not.toBe(first?.checksum);
    await put("0002_b.ts", source("0002", null));
    expect((await read()).revisions.get("0002")?.checksum).toBe(second?.checksum);
  });
});

describe("a file is refused", () => {
  test.each<[string, string, string, RegExp]>([
    ["that is empty", "", "revision-empty", /0001_x\.ts is empty/],
    ["with white space alone", "\uFEFF \n", "revision-empty", /0001_x\.ts is empty/],
    ["with a syntax error", "export const revision = ;", "revision-load", /0001_x\.ts/],
    ["that throws", 'throw new Error("boom");', "revision-load", /0001_x\.ts.*boom/],
    ["that imports what is not there", 'import "./nowhere.ts";', "revision-load", /0001_x\.ts/],
    ["without an id", "export function up() {}", "revision-no-id", /exports no `revision`/],
    [
      "with a number as id",
      "export const revision = 1;",
      "revision-bad-export",
      /`revision` that is not a string/,
    ],
    [
      "without a parent",
      'export const revision = "1"; export function up() {}',
      "revision-no-parent",
      /`downRevision`/,
    ],
    ["with a wrong parent", source("1", null).replace("null", "7"), "revision-bad-export", /`downRevision`/],
    ["without up", source("1", null, ""), "revision-no-up", /exports no `up`/],
    [
      "with a wrong up",
      source("1", null, "export const up = 1;"),
      "revision-bad-export",
      /`up` that is not a function/,
    ],
    [
      "with a wrong down",
      source("1", null, "export const up = () => {}, down = {};"),
      "revision-bad-export",
      /`down`/,
    ],
    ["with @ in the id", source("a@b", null), "revision-bad-name", /"a@b" in `revision`, but it holds "@"/],
    ["with - in the id", source("a-b", null), "revision-bad-name", /holds "-"/],
    ["with + in the id", source("a+b", null), "revision-bad-name", /holds "\+"/],
    ["with : in the id", source("a:b", null), "revision-bad-name", /holds ":"/],
    ["with a space in the id", source("a b", null), "revision-bad-name", /holds " "/],
    ["called head", source("head", null), "revision-bad-name", /meaning of its own/],
    ["with an empty id", source("", null), "revision-bad-name", /empty/],
    [
      "whose parent is missing",
      source("2", "1"),
      "revision-missing-parent",
      /0001_x\.ts\) names the parent 1/,
    ],
  ])("%s", async (_, text, code, message) => {
    await put("0001_x.ts", text);
    const error = await failure();
    expect(error).toMatchObject({ code, exitCode: 3 });
    expect(error.message).toMatch(message);
    expect(error.hint).toBeTruthy();
  });

  test("whose id another has, with both names", async () => {
    await put("0001_a.ts", source("0001", null));
    await put("0001_b.ts", source("0001", null));
    const error = await failure();
    expect(error).toMatchObject({ code: "revision-duplicate-id", exitCode: 3 });
    expect(error.message).toMatch(/0001_a\.ts and .*0001_b\.ts/);
  });

  test("that is no revision", async () => {
    await put("0000_init.sql", "select 1");
    const error = await failure();
    expect(error).toMatchObject({ code: "revision-stray-file", exitCode: 3 });
    expect(error.message).toContain("0000_init.sql");
  });

  test("that is a link out of the folder, or to nothing", async () => {
    await writeFile(join(root, "outside.ts"), source("0001", null));
    await symlink(join(root, "outside.ts"), join(dir, "0001_x.ts"));
    expect(await failure()).toMatchObject({ code: "revision-outside-folder", exitCode: 3 });
    await rm(join(root, "outside.ts"));
    expect((await failure()).message).toMatch(/leads to nothing/);
  });
});
