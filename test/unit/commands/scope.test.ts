import { expect, test } from "vitest";
import { schemasCreatedIn, tablesPolicedIn } from "../../../src/commands/scope.ts";

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

test.each([
  [
    'op.createPolicy("p", { schema: "realtime", name: "messages" }, { for: "select" });',
    ["realtime.messages"],
  ],
  ["op.createPolicy(`it's`, {\n  schema: \"a\",\n  name: 'b',\n});", ["a.b"]],
  ['op.createPolicy("p", "orders"); op.dropPolicy("p", { schema: "a", name: "b" });', []],
])("%s makes policies on %j", (source, tables) => {
  expect(tablesPolicedIn(source).map(({ schema, name }) => `${schema}.${name}`)).toEqual(tables);
});
