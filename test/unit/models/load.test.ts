import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadModules, ModuleLoadError, type LoadedModule } from "../../../src/modules/load.ts";
import { makeProject, type TestProject } from "../../support/project.ts";

function makeBare(files: Readonly<Record<string, string>>): TestProject {
  return makeProject("0.45", files, { bare: true });
}

async function load(
  project: TestProject,
  ...files: readonly string[]
): Promise<readonly LoadedModule["exports"][]> {
  const modules = await loadModules(
    files.map((file) => project.path(file)),
    { root: project.dir },
  );
  return modules.map(({ exports }) => exports);
}

async function failure(project: TestProject, file: string): Promise<ModuleLoadError> {
  const error: unknown = await load(project, file).catch((caught: unknown) => caught);
  if (error instanceof ModuleLoadError) return error;
  throw new Error(`expected a ModuleLoadError, not ${String(error)}`);
}

describe("what can be loaded", () => {
  test("TypeScript, `.js` naming `.ts`, and one graph for all files", async () => {
    const project = makeBare({
      "shared.ts": "export const shared: { n: number } = { n: 1 };",
      "a.ts": 'export { shared as a } from "./shared.js";',
      "b.ts": 'export { shared as b } from "./shared";',
    });
    const [a, b] = await load(project, "a.ts", "b.ts");
    expect(a?.["a"]).toEqual({ n: 1 });
    expect(a?.["a"]).toBe(b?.["b"]);
  });

  test("tsconfig paths, also inherited through extends", async () => {
    const project = makeBare({
      "tsconfig.base.json": '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
      "tsconfig.json": '{ "extends": "./tsconfig.base.json", "compilerOptions": { "strict": true } }',
      "src/deep/value.ts": "export const value = 42;",
      "src/schema.ts": 'export { value } from "@/deep/value";',
    });
    expect((await load(project, "src/schema.ts"))[0]).toEqual({ value: 42 });
  });

  test("a tsconfig that extends one which is not installed", async () => {
    const project = makeBare({
      "tsconfig.json":
        '{ "extends": "@acme/tsconfig/base.json", "compilerOptions": { "paths": { "#/*": ["./*"] } } }',
      "value.ts": "export const value = 42;",
      "schema.ts": 'export { value } from "#/value";',
    });
    expect((await load(project, "schema.ts"))[0]).toEqual({ value: 42 });
    project.write("other/value.ts", "export const value = 43;");
    project.write(
      "tsconfig.json",
      '{ "extends": "@acme/tsconfig/base.json", "compilerOptions": { "paths": { "#/*": ["./other/*"] } } }',
    );
    expect((await load(project, "schema.ts"))[0]).toEqual({ value: 43 });
  });

  test("package imports, a package importing itself, and JSON", async () => {
    const project = makeBare({
      "package.json":
        '{ "name": "shop", "type": "module", "imports": { "#own/*": "./src/*.ts" }, "exports": { "./data": "./src/data.json" } }',
      "src/value.ts": "export const value = 7;",
      "src/data.json": '{ "answer": 42 }',
      "schema.ts":
        'import { value } from "#own/value"; import data from "shop/data"; export const sum = value + data.answer;',
    });
    expect((await load(project, "schema.ts"))[0]).toEqual({ sum: 49 });
  });

  test.each(["preserve", "react-jsx", "react"])("tsx with jsx: %s", async (jsx) => {
    const project = makeBare({
      "tsconfig.json": `{ "compilerOptions": { "jsx": "${jsx}" } }`,
      "node_modules/react/package.json":
        '{ "type": "module", "exports": { "./jsx-runtime": "./jsx.js", ".": "./jsx.js" } }',
      "node_modules/react/jsx.js": "export const jsx = () => null; export default {};",
      "schema.tsx": "export const Badge = () => <b>new</b>; export const value: number = 1;",
    });
    expect((await load(project, "schema.tsx"))[0]?.["value"]).toBe(1);
  });

  test("top-level await", async () => {
    const project = makeBare({ "schema.ts": "export const value = await Promise.resolve(5);" });
    expect((await load(project, "schema.ts"))[0]).toEqual({ value: 5 });
  });

  test("CommonJS, with require of a module of the project and of a package", async () => {
    const project = makeBare({
      "package.json": "{}",
      "node_modules/old/package.json": '{ "main": "index.js" }',
      "node_modules/old/index.js": "module.exports = { old: true };",
      "part.cjs": "exports.part = 1;",
      "schema.cjs":
        'const { part } = require("./part.cjs"); exports.value = [part, require("old").old, require("node:os").EOL];',
    });
    expect((await load(project, "schema.cjs"))[0]?.["value"]).toEqual([1, true, "\n"]);
  });

  test("names of a CommonJS package that Node cannot foresee", async () => {
    const project = makeBare({
      "node_modules/odd/package.json": '{ "main": "index.js" }',
      "node_modules/odd/index.js": 'module.exports = Object.fromEntries([["hidden", 3]]);',
      "schema.ts": 'import { hidden } from "odd"; export const value: number = hidden;',
    });
    expect((await load(project, "schema.ts"))[0]).toEqual({ value: 3 });
  });

  test("import and require conditions of a package", async () => {
    const project = makeBare({
      "node_modules/dual/package.json": '{ "exports": { "import": "./esm.mjs", "require": "./cjs.cjs" } }',
      "node_modules/dual/esm.mjs": 'export const kind = "esm";',
      "node_modules/dual/cjs.cjs": 'exports.kind = "cjs";',
      "a.ts": 'export { kind } from "dual";',
      "b.cjs": 'exports.kind = require("dual").kind;',
    });
    const [a, b] = await load(project, "a.ts", "b.cjs");
    expect([a?.["kind"], b?.["kind"]]).toEqual(["esm", "cjs"]);
  });

  test("workspace packages that are linked as TypeScript sources", async () => {
    const project = makeBare({
      "packages/db/package.json": '{ "name": "@shop/db", "type": "module", "exports": "./index.ts" }',
      "packages/db/index.ts": "export enum Color { Red = 1 }",
      "app/package.json": '{ "type": "module" }',
      "app/schema.ts": 'import { Color } from "@shop/db"; export const value = Color.Red;',
    });
    mkdirSync(project.path("node_modules/@shop"));
    symlinkSync(project.path("packages/db"), project.path("node_modules/@shop/db"));
    expect((await load(project, "app/schema.ts"))[0]).toEqual({ value: 1 });
  });

  test("modules that ask where they are", async () => {
    const project = makeBare({
      "sub/schema.ts": [
        "export const folder: string = __dirname;",
        "export const file = import.meta.filename;",
        "export const url = import.meta.url;",
      ].join("\n"),
      "own.ts": [
        'import { createRequire } from "node:module";',
        'import { dirname } from "node:path"; import { fileURLToPath } from "node:url";',
        "const require = createRequire(import.meta.url);",
        "const __filename = fileURLToPath(import.meta.url); const __dirname = dirname(__filename);",
        'export const folder = __dirname; export const eol = require("node:os").EOL;',
      ].join("\n"),
    });
    const [schema, own] = await load(project, "sub/schema.ts", "own.ts");
    expect(schema?.["folder"]).toBe(project.path("sub"));
    expect(schema?.["file"]).toBe(project.path("sub/schema.ts"));
    expect(schema?.["url"]).toBe(`file://${project.path("sub/schema.ts")}`);
    expect(own).toEqual({ folder: project.dir, eol: "\n" });
  });

  test("an optional package that is not there", async () => {
    const project = makeBare({
      "schema.cjs":
        'let found = true; try { require("not-installed"); } catch { found = false; } exports.found = found;',
    });
    expect((await load(project, "schema.cjs"))[0]?.["found"]).toBe(false);
  });

  test("style sheets and pictures that a component imports", async () => {
    const project = makeBare({
      "a.css": "b { color: red }",
      "schema.ts": 'import "./a.css"; export const value = 1;',
    });
    expect((await load(project, "schema.ts"))[0]).toEqual({ value: 1 });
  });
});

describe("errors", () => {
  test("a syntax error has its file and line", async () => {
    const project = makeBare({ "src/schema.ts": "export const a = 1;\nexport const b = = 2;" });
    const error = await failure(project, "src/schema.ts");
    expect(error.message).toMatch(/^src\/schema\.ts:2: Unexpected "="$/);
    expect(error).toMatchObject({ file: project.path("src/schema.ts"), line: 2 });
  });

  test("so has a missing import", async () => {
    const project = makeBare({
      "schema.ts": '\nimport { a } from "./nope";\nexport const b = a;',
    });
    expect((await failure(project, "schema.ts")).message).toBe('schema.ts:2: Could not resolve "./nope"');
  });

  test("and a module that throws", async () => {
    const project = makeBare({
      "deep/thrower.ts":
        'interface Wide { a: string }\n\nexport const boom = (): Wide => {\n  throw new Error("no luck");\n};',
      "schema.ts": 'import { boom } from "./deep/thrower";\nexport const b = boom();',
    });
    const error = await failure(project, "schema.ts");
    expect(error.message).toBe("deep/thrower.ts:4: the module fails while it is imported: no luck");
  });

  test("a missing name of another module", async () => {
    const project = makeBare({
      "a.ts": "export const a = 1;",
      "schema.ts": 'import { b } from "./a";\nexport const c = b;',
    });
    expect((await failure(project, "schema.ts")).message).toContain(
      'No matching export in "a.ts" for import "b"',
    );
  });

  test("no file of that name", async () => {
    const error = await failure(makeBare({}), "schema.ts");
    expect(error.message).toContain("Could not resolve");
  });
});

function bundles(project: TestProject): readonly string[] {
  return readdirSync(project.path(".limbeck/cache")).filter((name) => !name.endsWith(".map"));
}

describe("the cache", () => {
  test("keeps one bundle, ignored by git", async () => {
    const project = makeBare({ "schema.ts": "export const a = 1;" });
    await load(project, "schema.ts");
    expect(readFileSync(project.path(".limbeck/.gitignore"), "utf8")).toBe("*\n");
    expect(bundles(project)).toHaveLength(1);
  });

  test("is used while nothing changes, and runs the code again", async () => {
    const project = makeBare({
      "schema.ts": 'export const a = process.env["LIMBECK_TEST_VALUE"];',
    });
    process.env["LIMBECK_TEST_VALUE"] = "one";
    const [first] = await load(project, "schema.ts");
    const [bundle = ""] = bundles(project);
    const before = statSync(join(project.path(".limbeck/cache"), bundle)).mtimeMs;
    process.env["LIMBECK_TEST_VALUE"] = "two";
    const [second] = await load(project, "schema.ts");
    expect([first?.["a"], second?.["a"]]).toEqual(["one", "two"]);
    expect(statSync(join(project.path(".limbeck/cache"), bundle)).mtimeMs).toBe(before);
  });

  test.each([
    ["a file", "part.ts", "export const a = 2;"],
    ["tsconfig", "tsconfig.json", '{ "compilerOptions": { "paths": { "part": ["./other.ts"] } } }'],
    ["a new file that the import now means", "part.tsx", "export const a = 2;"],
  ])("is left when %s changes", async (_, path, text) => {
    const project = makeBare({
      "tsconfig.json": '{ "compilerOptions": { "paths": { "part": ["./part"] } } }',
      "part.ts": "export const a = 1;",
      "other.ts": "export const a = 2;",
      "schema.ts": 'export { a } from "part";',
    });
    expect((await load(project, "schema.ts"))[0]).toEqual({ a: 1 });
    project.write(path, text);
    // esbuild prefers .tsx to .ts only where .ts is gone; the point is that it is asked again.
    const again = (await load(project, "schema.ts"))[0];
    expect(again).toEqual({ a: path === "part.tsx" ? expect.any(Number) : 2 });
  });

  test("does without, where the folder cannot be written", async () => {
    const project = makeBare({ "schema.ts": "export const a = 1;" });
    writeFileSync(project.path(".limbeck"), "a file, not a folder");
    expect((await load(project, "schema.ts"))[0]).toEqual({ a: 1 });
  });

  test("a damaged bundle is made again", async () => {
    const project = makeBare({ "schema.ts": "export const a = 1;" });
    await load(project, "schema.ts");
    const [bundle = ""] = bundles(project);
    project.write(`.limbeck/cache/${bundle}`, "export const m0 = {};");
    expect((await load(project, "schema.ts"))[0]).toEqual({ a: 1 });
    expect(existsSync(project.path(`.limbeck/cache/${bundle}`))).toBe(true);
  });
});
