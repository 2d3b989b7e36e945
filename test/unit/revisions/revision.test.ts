import { expect, test } from "vitest";
import { checksumOf } from "../../../src/revisions/checksum.ts";
import { toRevision, type Revision } from "../../../src/revisions/revision.ts";

const exports = { revision: "0007", downRevision: "0006", up: () => undefined };

function read(doc: string, more: object = {}): Revision {
  return toRevision(
    "/m/0007_add_orders.ts",
    `import x from "x";\n\n${doc}export const revision = "0007";\n`,
    { ...exports, ...more },
  );
}

test("the message is the first line of the doc comment", () => {
  expect(read("/** add orders */\n")).toMatchObject({ message: "add orders", doc: "add orders" });
  const doc = "/**\n * add orders\n *\n * For the shop. Ends *\\/ nothing.\n */\n";
  expect(read(doc)).toMatchObject({
    message: "add orders",
    doc: "add orders\n\nFor the shop. Ends */ nothing.",
  });
});

test("another comment is not the message, the file's name is", () => {
  expect(read("/** of x */\nconst x = 1;\n")).toMatchObject({ message: "add orders", doc: "" });
  expect(read("")).toMatchObject({ message: "add orders", createDate: undefined });
});

test("a creation date is read and left out of the text", () => {
  const revision = read("/**\n * add orders\n *\n * Created: 2026-11-21T12:00:00Z\n */\n");
  expect(revision).toMatchObject({ createDate: "2026-11-21T12:00:00Z", doc: "add orders" });
});

test("parents, labels and dependencies may be one, several or none", () => {
  expect(read("", { downRevision: null })).toMatchObject({
    downRevisions: [],
    branchLabels: [],
    dependsOn: [],
  });
  expect(read("", { downRevision: ["a", "b", "a"], branchLabels: "x", dependsOn: ["c"] })).toMatchObject({
    downRevisions: ["a", "b"],
    branchLabels: ["x"],
    dependsOn: ["c"],
  });
});

test("a checksum ignores the byte order mark and the kind of line ends, and nothing else", () => {
  expect(checksumOf("\uFEFFa\r\nb")).toBe(checksumOf("a\nb"));
  expect(checksumOf("a\nb ")).not.toBe(checksumOf("a\nb"));
  expect(checksumOf("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});
