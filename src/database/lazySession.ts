import type { Session } from "./session.ts";

/** What is known of a session before it is opened. */
export type SessionFacts = Pick<Session, "target" | "serverVersion" | "embedded">;

/** A session that is opened by the first call that needs it. Closing one that nobody has used opens nothing. */
export function lazySession(facts: SessionFacts, open: () => Promise<Session>): Session {
  let opened: Promise<Session> | undefined;
  const session = (): Promise<Session> => (opened ??= open());
  return {
    ...facts,
    execute: async (sql) => (await session()).execute(sql),
    query: async (sql, parameters) => (await session()).query(sql, parameters),
    inTransaction: async () => (await session()).inTransaction(),
    close: async () => (opened === undefined ? undefined : (await opened).close()),
  };
}
