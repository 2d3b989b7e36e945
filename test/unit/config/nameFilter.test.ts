import { expect, test } from "vitest";
import { plainNames, selectNames } from "../../../src/config/nameFilter.ts";

const NAMES = ["users", "users_a", "users_tmp", "orders", "a(1)", ".x", "Users", "constructor", "a b", "x-é"];

// What drizzle-kit of either line selects of these names with the same patterns.
test.each([
  [[], NAMES],
  [["users"], ["users"]],
  [["users*"], ["users", "users_a", "users_tmp"]],
  [
    ["users_*", "orders"],
    ["users_a", "users_tmp", "orders"],
  ],
  [["!users_*"], ["users", "orders", "a(1)", ".x", "Users", "constructor", "a b", "x-é"]],
  // A pattern with ! opens the list to everything that it does not name.
  [
    ["users_*", "!users_tmp"],
    ["users", "users_a", "orders", "a(1)", ".x", "Users", "constructor", "a b", "x-é"],
  ],
  [
    ["!users*", "users_a"],
    ["orders", "a(1)", ".x", "Users", "constructor", "a b", "x-é"],
  ],
  [["!!users"], ["users"]],
  [["*"], NAMES.filter((name) => name !== ".x")],
  [["?sers"], ["users", "Users"]],
  [["[uo]*"], ["users", "users_a", "users_tmp", "orders"]],
  [["{users,orders}"], ["users", "orders"]],
  [["@(users|orders)"], ["users", "orders"]],
  [["a(1)"], ["a(1)"]],
  [["a b"], ["a b"]],
  [["x-*"], ["x-é"]],
  [["nothing", ""], []],
  [["../users", "/users"], []],
])("%j", (patterns, expected) => {
  expect([...selectNames(patterns, NAMES)]).toEqual(expected);
});

test("names that are said one by one", () => {
  expect(plainNames(["public", "app"])).toEqual(["public", "app"]);
  expect([["app_*"], ["!public"], ["{a,b}"], ["?"]].map(plainNames)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test("thousands of names at once", () => {
  const many = Array.from({ length: 5000 }, (_, n) => `table_${n}`);
  expect(selectNames(["table_1*", "!table_12*"], many).size).toBe(5000 - 111);
});
