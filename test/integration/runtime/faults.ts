import { setTimeout } from "node:timers/promises";
import type { Session } from "../../../src/database/session.ts";
import { ConnectionError } from "../../../src/errors.ts";
import type { Operations } from "../../../src/op.ts";
import type { RevisionGraph } from "../../../src/revisions/graph.ts";
import { chainOf, type Place } from "./setup.ts";

/** A migration with a part before, one in and one after an autocommit block. */
export function threeParts(inside: (op: Operations) => void, after = "create table after ()"): RevisionGraph {
  return chainOf({
    up: (op) => {
      op.execute("create table before (id int)");
      op.autocommit(inside);
      op.execute(after);
    },
    down: "drop table before, after",
  });
}

async function kill(place: Place, session: Session): Promise<void> {
  const [row] = await session.query("select pg_backend_pid() as pid");
  await place.query(`select pg_terminate_backend(${Number(row?.["pid"])})`);
}

/** A session whose connection the server ends just before or after the first statement that is fatal. */
export async function doomed(
  place: Place,
  fatal: (sql: string) => boolean,
  when: "before" | "after" = "before",
): Promise<Session> {
  const session = await place.another();
  const around = async <T>(sql: string, run: () => Promise<T>): Promise<T> => {
    if (!fatal(sql)) return run();
    if (when === "before") await kill(place, session);
    const result = await run();
    await kill(place, session);
    await setTimeout(50);
    throw new ConnectionError("connection-lost", "Connection terminated unexpectedly", { cause: result });
  };
  return {
    ...session,
    execute: (sql) => around(sql, () => session.execute(sql)),
    query: (sql, parameters) => around(sql, () => session.query(sql, parameters)),
  };
}
