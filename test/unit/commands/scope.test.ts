import { expect, test } from "vitest";
import { schemasCreatedIn } from "../../../src/commands/scope.ts";

test.each([
  ['op.createSchema("billing");', ["billing"]],
  ["op.createSchema('odd \"one\"');", ['odd "one"']],
  ['op.createSchema(`it\'s "one"`);', ['it\'s "one"']],
  ['op.createTable("orders", { columns: [] });', ["public"]],
  ['op.createTable({ schema: "app", name: "orders" }, {});', ["app"]],
  ['op.createEnum("status", ["a"]); op.createSequence({ schema: "x", name: "n" });', ["public", "x"]],
  ['op.createIndex("i", "t", ["a"]); op.dropTable("t");', []],
])("%s creates something in %j", (source, schemas) => {
  expect(schemasCreatedIn(source)).toEqual(schemas);
});
