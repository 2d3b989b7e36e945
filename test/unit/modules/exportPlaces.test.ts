import { expect, test } from "vitest";
import { exportPlaces } from "../../../src/modules/exportPlaces.ts";
import { loadModules } from "../../../src/modules/load.ts";
import { makeProject } from "../../support/project.ts";

const FILES = {
  "index.ts": [
    'export * from "./a.ts";',
    'export { b as c, d } from "./b.ts";',
    "export default { x: 1 };",
    "const [q, { z }] = [1, { z: 2 }];",
    "// export const comment = 1;",
    "export { q, z };",
    'import { users as u2 } from "./b.ts"; export { u2 as "odd name" };',
  ].join("\n"),
  "a.ts": [
    'const text = "export const users = 1"; /* export const users = 2;',
    "*/",
    "",
    "export const users = [text,",
    "  1];",
    "export const été = 1, $dollar = 2;",
    "export default class {}",
  ].join("\n"),
  "b.ts":
    "interface I { a: 1 }\nexport const users = 5 as I['a'];\nexport const b = users, d = 7;\nexport function f() {}\nexport enum E { A }",
};

test("finds where exports are declared, through the files that export them again", async () => {
  const project = makeProject("0.45", FILES);
  const files = ["a.ts", "b.ts", "index.ts"].map(project.path);
  const options = { root: project.dir };
  expect((await exportPlaces(files, options))(project.path("a.ts"), "users")).toBeUndefined();
  await loadModules(files, options);
  const find = await exportPlaces(files, options);
  const place = (file: string, name: string): string | undefined => {
    const found = find(project.path(file), name);
    return found && `${found.file.slice(project.dir.length + 1)}:${found.line}`;
  };
  expect(
    [
      ["a.ts", "users"],
      ["a.ts", "été"],
      ["a.ts", "$dollar"],
      ["a.ts", "default"],
      ["b.ts", "users"],
      ["b.ts", "f"],
      ["b.ts", "E"],
      ["index.ts", "users"],
      ["index.ts", "c"],
      ["index.ts", "d"],
      ["index.ts", "default"],
      ["index.ts", "q"],
      ["index.ts", "z"],
      ["index.ts", "odd name"],
      ["index.ts", "comment"],
      ["index.ts", "toString"],
      ["other.ts", "users"],
    ].map(([file = "", name = ""]) => place(file, name)),
  ).toEqual([
    "a.ts:4",
    "a.ts:6",
    "a.ts:6",
    "a.ts:7",
    "b.ts:2",
    "b.ts:4",
    "b.ts:5",
    "a.ts:4",
    "b.ts:3",
    "b.ts:3",
    "index.ts:3",
    "index.ts:4",
    "index.ts:4",
    "b.ts:2",
    undefined,
    undefined,
    undefined,
  ]);
});
