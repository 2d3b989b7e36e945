import type { Catalog } from "../catalog/catalog.ts";
import { judgeOn } from "../database/judge.ts";
import type { Session } from "../database/session.ts";
import type { Judge, Question } from "../diff/judgement.ts";
import { ConnectionError } from "../errors.ts";
import { materialise } from "../proof/materialise.ts";
import { embeddedScratch, type Scratch } from "../proof/scratch.ts";
import { supportingSql } from "../proof/support.ts";
import { openShadow } from "./shadow.ts";
import type { Workspace } from "./workspace.ts";

/** A database that lets us make no temporary table, in which it could compare texts. */
export interface UnwillingJudge {
  readonly workspace: Workspace;
  readonly session: Session;
  /** What is in it. */
  readonly catalog: Catalog;
  readonly refusal: ConnectionError;
}

/**
 * Asks a copy of a database that may not be asked itself (a standby, a role without TEMPORARY): the embedded Postgres
 * or the shadow database, with the functions, types and extensions that the database's objects and the questions name.
 * Throws ConnectionError where the copy cannot have something of it.
 */
export async function judgeInCopy(
  { workspace, session, catalog, refusal }: UnwillingJudge,
  questions: readonly Question[],
): ReturnType<Judge> {
  const support = await supportingSql(
    session,
    [catalog],
    questions.map(({ model }) => model),
  );
  const scratch =
    (await openShadow(workspace, session)) ?? (await embeddedScratch(workspace.project.cacheDir, support));
  await workspace.adopt(Promise.resolve(scratch.session));
  await fill(scratch, catalog, support, refusal);
  await copySearchPath(session, scratch.session);
  return judgeOn(scratch.session)(questions);
}

/** Makes the copy; what it cannot have may be what a question is about. */
async function fill(
  { session, where }: Scratch,
  catalog: Catalog,
  support: readonly string[],
  refusal: ConnectionError,
): Promise<void> {
  const { missing, unsupported } = await materialise(session, catalog, support);
  const [lacking] = [...unsupported, ...missing];
  if (lacking === undefined) return;
  throw new ConnectionError(
    "judge-lacks",
    `${refusal.message} ${capital(where)} cannot stand in: "${heading(lacking.sql)}" fails, ${lacking.reason}.`,
    {
      hint: `${refusal.hint ?? ""} Or set "shadowUrl" in limbeck.config.ts to an empty database that can have it.`.trim(),
      cause: refusal,
      data: { statement: lacking.sql },
    },
  );
}

/** What a statement is about: functions have their whole definition. */
function heading(sql: string): string {
  return sql.trim().split("\n")[0] ?? sql;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Unqualified names mean the same in the copy. */
async function copySearchPath(from: Session, to: Session): Promise<void> {
  const [row] = await from.query("SELECT pg_catalog.current_setting('search_path') AS path");
  await to.query("SELECT pg_catalog.set_config('search_path', $1, false)", [String(row?.["path"])]);
}
