import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addedLabels } from "../../../src/objects/enum/labels.ts";

/** Applies ADD VALUE as Postgres does. */
function add(
  labels: readonly string[],
  added: NonNullable<ReturnType<typeof addedLabels>>,
): readonly string[] {
  const result = [...labels];
  for (const { label, position } of added) {
    if (position?.before !== undefined) result.splice(result.indexOf(position.before), 0, label);
    else if (position?.after !== undefined) result.splice(result.indexOf(position.after) + 1, 0, label);
    else result.push(label);
  }
  return result;
}

describe("labels that can be added", () => {
  test("at the end, without a position", () => {
    expect(addedLabels(["a"], ["a", "b", "c"])).toEqual([{ label: "b" }, { label: "c" }]);
  });

  test("two new ones in front keep their order", () => {
    const added = addedLabels(["c"], ["a", "b", "c"]);
    expect(added).not.toBeNull();
    expect(add(["c"], added ?? [])).toEqual(["a", "b", "c"]);
  });

  test.each([
    [
      ["a", "b"],
      ["b", "a"],
    ],
    [["a", "b"], ["a"]],
    [["a"], ["b"]],
  ])("%j to %j is no addition", (from, to) => {
    expect(addedLabels(from, to)).toBeNull();
  });

  test("whatever is added in between, the order comes out right", () => {
    const labels = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(labels, fc.infiniteStream(fc.boolean()), (to, keep) => {
        const from = to.filter(() => keep.next().value === true);
        const added = addedLabels(from, to);
        expect(added).not.toBeNull();
        expect(add(from, added ?? [])).toEqual(to);
      }),
    );
  });
});
