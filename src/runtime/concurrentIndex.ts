import type { Session } from "../database/session.ts";
import { ApplyError, DatabaseStateError } from "../errors.ts";
import { quoteIdentifier } from "../operations/sql.ts";
import type { SqlStatement, Token } from "./scan.ts";

/** The index that a CREATE INDEX CONCURRENTLY builds. */
export interface ConcurrentIndex {
  readonly name: string;
  /** The table as SQL, qualified where the statement qualifies it. */
  readonly table: string;
}

/** Reads which index a statement builds concurrently; null for every other statement, and for an index without a name. */
export function concurrentIndexOf({ tokens }: SqlStatement): ConcurrentIndex | null {
  const rest = [...tokens];
  const skip = (...words: readonly string[]): boolean => {
    const found = words.every((word, index) => rest[index]?.kind === "word" && rest[index].text === word);
    if (found) rest.splice(0, words.length);
    return found;
  };
  if (!skip("create")) return null;
  skip("unique");
  if (!skip("index", "concurrently")) return null;
  skip("if", "not", "exists");
  if (skip("on")) return null;
  const name = rest.shift();
  if (name === undefined || !skip("on")) return null;
  skip("only");
  const table = tableName(rest);
  return table === null ? null : { name: name.text, table };
}

function tableName([first, dot, second]: readonly Token[]): string | null {
  if (first === undefined || first.kind === "sign") return null;
  if (dot?.text !== "." || second === undefined) return quoteIdentifier(first.text);
  return `${quoteIdentifier(first.text)}.${quoteIdentifier(second.text)}`;
}

interface FoundIndex {
  readonly valid: boolean;
  readonly building: boolean;
  /** Quoted by Postgres. */
  readonly name: string;
}

async function findIndex(session: Session, { name, table }: ConcurrentIndex): Promise<FoundIndex | null> {
  const sql = `SELECT i.indisvalid AS valid, quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name,
      EXISTS (SELECT FROM pg_catalog.pg_stat_progress_create_index p WHERE p.index_relid = c.oid) AS building
    FROM pg_catalog.pg_index i
    JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE i.indrelid = to_regclass($1) AND c.relname::text = $2::text`;
  const [row] = await session.query(sql, [table, name]);
  if (row === undefined) return null;
  return { valid: row["valid"] === true, building: row["building"] === true, name: String(row["name"]) };
}

/**
 * Clears what an interrupted build has left, so that it can be built again: an invalid index, which IF NOT EXISTS
 * would take for the real one. `built` where a build of which nobody noted the end was finished all the same.
 */
export async function clearLeftover(
  session: Session,
  index: ConcurrentIndex,
  mayBeDone: boolean,
): Promise<"clear" | "built"> {
  const found = await findIndex(session, index);
  if (found === null) return "clear";
  if (found.building) throw stillBuilding(found.name);
  if (found.valid) return mayBeDone ? "built" : "clear";
  await session.execute(`DROP INDEX CONCURRENTLY ${found.name}`);
  return "clear";
}

/** Throws ApplyError where the index is there but invalid: IF NOT EXISTS says nothing about that. */
export async function assertValid(session: Session, index: ConcurrentIndex): Promise<void> {
  const found = await findIndex(session, index);
  if (found === null || found.valid) return;
  throw new ApplyError("index-invalid", `The index ${found.name} exists but is invalid.`, {
    hint: "Run the command again: the index is dropped and built anew.",
    data: { index: found.name },
  });
}

function stillBuilding(name: string): DatabaseStateError {
  return new DatabaseStateError(
    "index-building",
    `An earlier run's build of the index ${name} is still going on.`,
    {
      hint: "Wait until pg_stat_progress_create_index no longer shows it, then run the command again.",
      data: { index: name },
    },
  );
}
