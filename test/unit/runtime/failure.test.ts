import { describe, expect, test } from "vitest";
import { ConnectionError } from "../../../src/errors.ts";
import {
  applyError,
  excerpt,
  isCommitUnknown,
  isConnectionLoss,
  isLockConflict,
  serverErrorOf,
  StatementFailure,
} from "../../../src/runtime/failure.ts";
import { revision } from "../revisions/graphs.ts";

const step = {
  direction: "up",
  revision: revision("0007", "0006"),
  rows: [],
  before: ["0006"],
  after: ["0007"],
} as const;

function serverError(code: string, more: object = {}): Error {
  return Object.assign(new Error("it went wrong"), { code, ...more });
}

test("what Postgres said is found behind other errors", () => {
  const error = new StatementFailure("x", serverError("23505", { detail: "twice" }));
  expect(serverErrorOf(error)).toMatchObject({
    sqlstate: "23505",
    message: "it went wrong",
    detail: "twice",
  });
  expect(serverErrorOf(serverError("EPIPE"))).toBeNull();
  expect(serverErrorOf("text")).toBeNull();
});

test("a lost connection is told from an error", () => {
  const lost = new ConnectionError("connection-lost", "lost");
  expect(
    [lost, new StatementFailure("x", lost), serverError("57P01"), serverError("08006")].map(isConnectionLoss),
  ).toEqual([true, true, true, true]);
  expect([serverError("23505"), new Error("boom")].map(isConnectionLoss)).toEqual([false, false]);
  expect(
    [serverError("23505"), serverError("57P01"), new Error("read ECONNRESET")].map(isCommitUnknown),
  ).toEqual([false, true, true]);
});

test("a lock conflict is worth another try", () => {
  expect(["55P03", "40P01", "23505"].map((code) => isLockConflict(serverError(code)))).toEqual([
    true,
    true,
    false,
  ]);
});

describe("the error of a failed migration", () => {
  test("names revision, statement, SQLSTATE and what Postgres said", () => {
    const cause = serverError("23505", { detail: "Key (a)=(1) exists.", hint: "Do not.", position: "12" });
    const error = applyError(step, new StatementFailure("insert into t\n values (1)", cause), "rolled-back", [
      "0006",
    ]);
    expect(error).toMatchObject({ code: "statement-failed", exitCode: 5 });
    expect(error.message).toBe(
      [
        "Revision 0007 (message of 0007) could not be applied: it went wrong (SQLSTATE 23505)",
        "  statement: insert into t values (1)",
        "  detail: Key (a)=(1) exists.",
        "  hint: Do not.",
      ].join("\n"),
    );
    expect(error.hint).toBe(
      "Nothing of it remains, and 0006 stays applied; correct /migrations/0007.ts or the data and run the command again.",
    );
    expect(error.data).toMatchObject({
      revision: "0007",
      sqlstate: "23505",
      position: "12",
      applied: ["0006"],
    });
  });

  test("is the body's own error where Postgres had no part in it", () => {
    const error = applyError({ ...step, direction: "down" }, new Error("boom"), "rolled-back", []);
    expect(error.message).toBe("Revision 0007 (message of 0007) could not be undone: boom");
    expect(error.code).toBe("migration-error");
  });
});

test("an excerpt is short, on one line, and without passwords", () => {
  expect(excerpt(`alter role r password 'it''s;' login`)).toBe("alter role r PASSWORD '***' login");
  expect(excerpt("x".repeat(400))).toBe(`${"x".repeat(300)}...`);
});

test("what cannot run in a transaction is sent to op.autocommit", () => {
  const error = new StatementFailure("VACUUM", serverError("25001"));
  expect(applyError(step, error, "rolled-back", []).hint).toMatch(
    /put the statement into op\.autocommit in /,
  );
});
