import { describe, expect, test } from "vitest";
import { nextRevisionId, revisionFileName, slugOf } from "../../../src/revisions/number.ts";

describe("the next id", () => {
  test.each([
    [[], "0001"],
    [["0001", "0002"], "0003"],
    [["0002", "0001"], "0003"],
    [["0001", "abc", "20_x"], "0002"],
    [["9999"], "10000"],
    [["000007"], "000008"],
    [["202611211200"], "202611211201"],
  ])("after %j is %s", (ids, next) => expect(nextRevisionId(ids)).toBe(next));
});

describe("a slug", () => {
  test.each([
    ["add orders", "add_orders"],
    ["../../x", "x"],
    ["Größe für Müller, Łódź & Ærø", "grosse_fur_muller_lodz_aero"],
    ["e\u0301te\u0301", "ete"],
    ["🎉🎉", "revision"],
    ["日本", "revision"],
    ["", "revision"],
    ["a`${b}`*/'\"", "a_b"],
    ["one two three four five six seven eight nine", "one_two_three_four_five_six_seven_eight"],
    ["x".repeat(10_000), "x".repeat(40)],
    [`${"x".repeat(39)} y`, "x".repeat(39)],
    [`${"x".repeat(40)} y`, "x".repeat(40)],
  ])("of %j is %s", (message, slug) => expect(slugOf(message)).toBe(slug));
});

test("a file name is the id and the slug", () => {
  expect(revisionFileName("0007", "Add orders!")).toBe("0007_add_orders.ts");
});
