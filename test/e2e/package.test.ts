import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "./support/cli.ts";
import { FIRST } from "./support/models.ts";
import { packed } from "./support/package.ts";

const execute = promisify(execFile);

/** Runs a program without colours, which CI would force upon it. */
function run(
  program: string,
  args: readonly string[],
  { cwd }: { readonly cwd: string },
): Promise<{ stdout: string }> {
  const { FORCE_COLOR: _forced, ...env } = process.env;
  return execute(program, args, { cwd, env: { ...env, NO_COLOR: "1" } });
}

describe("the package", () => {
  test("holds what is built, the templates and the documents, and nothing else", async () => {
    const { files } = await packed();
    const tops = new Set(files.map((file) => file.split("/")[0]));
    const allowed = ["dist", "templates", "README.md", "LICENSE", "CHANGELOG.md", "package.json"];
    expect([...tops].filter((top) => top === undefined || !allowed.includes(top))).toEqual([]);
    expect(files).toEqual(
      expect.arrayContaining([
        "LICENSE",
        "README.md",
        "CHANGELOG.md",
        "dist/cli/main.js",
        "dist/index.d.ts",
        "dist/op.d.ts",
      ]),
    );
    expect(files.filter((file) => file.endsWith(".map") || file.includes("test"))).toEqual([]);
  });

  // The only test that asks the registry, which now and then does not answer.
  test("installs into an empty project and works from there", { timeout: 180_000, retry: 2 }, async () => {
    const { tarball } = await packed();
    const dir = temporaryFolder("limbeck-installed-");
    writeFileSync(join(dir, "package.json"), '{ "name": "shop", "private": true, "type": "module" }\n');
    const options = ["--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
    await run("npm", ["install", ...options, tarball, "drizzle-orm@0.45"], { cwd: dir });
    mkdirSync(join(dir, "schema"));
    writeFileSync(join(dir, "schema", "shop.ts"), FIRST);
    const limbeck = (...args: string[]): Promise<{ stdout: string }> =>
      run("npx", ["--no-install", "limbeck", ...args], { cwd: dir });
    await limbeck("init");
    expect((await limbeck("revision", "--autogenerate", "-m", "first")).stdout).toContain(
      "wrote migrations/0001_first.ts",
    );
    expect((await limbeck("upgrade")).stdout).toContain("Applied 1 revision");
    expect((await limbeck("check")).stdout).toContain("agree");
    const script =
      'import { current, check } from "limbeck"; const at = { cwd: process.cwd(), env: {} }; ' +
      "console.log((await current(at)).current, (await check(at)).matches);";
    expect((await run(process.execPath, ["--input-type=module", "-e", script], { cwd: dir })).stdout).toBe(
      "[ '0001' ] true\n",
    );
  });
});
