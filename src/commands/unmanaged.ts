import { EMPTY_CATALOG } from "../catalog/catalog.ts";
import { UsageError } from "../errors.ts";
import type { Session } from "../database/session.ts";
import type { UnmanagedObject } from "../database/unmanaged.ts";
import { versionTables } from "../runtime/versionTable.ts";
import { replay } from "./replay.ts";
import { schemasInScope, type SchemaScope } from "./scope.ts";
import { withWorkspace, type CommandOptions, type Workspace } from "./workspace.ts";

export interface UnmanagedOptions extends CommandOptions {
  /** Only these schemas; those of the project unless said. */
  readonly schemas?: readonly string[] | undefined;
}

export interface UnmanagedResult {
  /** The database, for messages. */
  readonly database: string;
  readonly schemas: readonly string[];
  /** What Drizzle cannot say and Limbeck leaves as it is, by kind. */
  readonly unmanaged: readonly UnmanagedObject[];
}

/**
 * Lists what the database has and models cannot say: functions, triggers, partitions, comments, grants and the like.
 * Nothing is compared. Without a database the replayed migrations are looked at.
 */
export async function unmanaged(options: UnmanagedOptions): Promise<UnmanagedResult> {
  return withWorkspace(options, async (workspace) => {
    const schemas = options.schemas ?? (await projectSchemas(workspace));
    const session = await (workspace.url === null ? replay(workspace) : workspace.database());
    const names = await namesOf(schemas, session);
    if (names.length === 0) throw new UsageError("no-schemas", "No schema is in scope.", NO_SCHEMAS);
    const { version, log } = versionTables(workspace.project.versionTable);
    const { readUnmanaged } = await import("../database/unmanaged.ts");
    const found = await readUnmanaged(session, names, [version, log]);
    return { database: session.target, schemas: names, unmanaged: found };
  });
}

const NO_SCHEMAS = { hint: "Export models, or name the schemas with --schema." };

/** Models take part in the scope, but those that cannot be read yet must not hide what the database holds. */
async function projectSchemas(workspace: Workspace): Promise<SchemaScope> {
  return schemasInScope(workspace, await workspace.models().catch(() => EMPTY_CATALOG));
}

async function namesOf(schemas: SchemaScope, session: Session): Promise<readonly string[]> {
  if (typeof schemas !== "function") return schemas;
  return (await import("../database/toCatalog.ts")).schemaNames(session, schemas);
}
