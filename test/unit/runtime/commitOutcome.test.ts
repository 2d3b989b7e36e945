import { expect, test } from "vitest";
import type { Session } from "../../../src/database/session.ts";
import { resolveCommit } from "../../../src/runtime/commitOutcome.ts";

/** Connections that fail or answer with one status after another. */
function reconnects(...statuses: readonly (string | null | Error)[]): {
  reconnect: () => Promise<Session>;
  closed: () => number;
} {
  const left = [...statuses];
  let closed = 0;
  const reconnect = async (): Promise<Session> => {
    const status = left.shift();
    if (status instanceof Error) throw status;
    return {
      target: "test",
      serverVersion: 170_000,
      embedded: false,
      execute: () => Promise.reject(new Error("not used")),
      query: () => Promise.resolve([{ status }]),
      inTransaction: () => Promise.resolve(false),
      close: async () => void (closed += 1),
    };
  };
  return { reconnect, closed: () => closed };
}

const quick = { waitMs: 200, pollMs: 1 };

test.each([["committed"], ["aborted"]])("a transaction is %s", async (status) => {
  const { reconnect, closed } = reconnects(status);
  expect(await resolveCommit("1", { reconnect, ...quick })).toBe(status);
  expect(closed()).toBe(1);
});

test("it is waited for while the server is at work on it, and while no connection is to be had", async () => {
  const { reconnect, closed } = reconnects(new Error("refused"), "in progress", "in progress", "committed");
  expect(await resolveCommit("1", { reconnect, ...quick })).toBe("committed");
  expect(closed()).toBe(3);
});

test("it is unknown when the server has forgotten it", async () => {
  expect(await resolveCommit("1", { ...reconnects(null), ...quick })).toBe("unknown");
});

test("it is unknown when time is up", async () => {
  const refused = Array.from({ length: 20 }, () => new Error("refused"));
  expect(await resolveCommit("1", { ...reconnects(...refused), waitMs: 20, pollMs: 5 })).toBe("unknown");
});
