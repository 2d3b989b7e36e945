import { connect } from "../database/connect.ts";
import { resolveUrl } from "../config/url.ts";
import { reverse } from "../diff/diff.ts";
import { describeDifferences, type DescribedDifference } from "../diff/describe.ts";
import { UsageError } from "../errors.ts";
import { statementsOf } from "../objects/implementations.ts";
import type { Operation } from "../operations/operation.ts";
import { plan } from "../plan/plan.ts";
import { DEFAULT_VERSION_TABLE } from "../runtime/versionTable.ts";
import { filtersOf, type SideFilters } from "./filters.ts";
import { databaseSide, migrationsSide, modelSide, sideOf, type Side } from "./sides.ts";
import { differenceBetween } from "./between.ts";
import { located } from "./sources.ts";
import { withSessions, withWorkspace, type CommandOptions, type Workspace } from "./workspace.ts";

export interface DiffOptions extends CommandOptions {
  /** `models`, `migrations`, `database` or a URL; the database unless said, or the migrations without one. */
  readonly from?: string | undefined;
  /** Likewise; the models unless said. */
  readonly to?: string | undefined;
  /** Only these schemas; between two URLs every schema but Postgres's own unless said. */
  readonly schemas?: readonly string[] | undefined;
}

export interface DiffResult {
  /** The sides, for messages. */
  readonly from: string;
  readonly to: string;
  readonly differences: readonly DescribedDifference[];
  readonly operations: readonly Operation[];
  /** The statements that take the first side to the second. */
  readonly sql: readonly string[];
}

/** What takes one side to the other. Between two URLs no project is needed. */
export async function diffSides(options: DiffOptions): Promise<DiffResult> {
  if (isUrl(options.from) && isUrl(options.to)) return diffUrls(options, options.from, options.to);
  return withWorkspace(options, async (workspace) => {
    const from = options.from ?? (workspace.url === null ? "migrations" : "database");
    const result = await compare(
      await side(workspace, from, options),
      await side(workspace, options.to ?? "models", options),
    );
    return { ...result, differences: await located(workspace, result.differences) };
  });
}

function isUrl(text: string | undefined): text is string {
  return text !== undefined && text.includes(":");
}

async function diffUrls(options: DiffOptions, from: string, to: string): Promise<DiffResult> {
  return withSessions(async (keep) => {
    const open = async (url: string): Promise<Side> => urlSide(await keep(openUrl(url, options)), options);
    return compare(...(await Promise.all([open(from), open(to)])));
  });
}

async function openUrl(url: string, options: DiffOptions): ReturnType<typeof connect> {
  const resolved = resolveUrl({ flag: url, env: {} });
  for (const warning of resolved?.warnings ?? []) options.warn?.(warning);
  if (resolved === null || !("url" in resolved)) throw unknownSide(url);
  return connect(resolved.url, { readOnly: true });
}

async function urlSide(
  session: Awaited<ReturnType<typeof connect>>,
  { schemas }: DiffOptions,
  filters: SideFilters = { versionTable: DEFAULT_VERSION_TABLE },
): Promise<Side> {
  return sideOf(session, { schemas: schemas ?? (() => true) }, filters);
}

async function side(workspace: Workspace, name: string, options: DiffOptions): Promise<Side> {
  if (name === "models") return modelSide(workspace);
  if (name === "migrations") return migrationsSide(workspace);
  if (name === "database") return databaseSide(workspace);
  if (!isUrl(name)) throw unknownSide(name);
  const filters = {
    ...filtersOf(workspace.project),
    versionTable: DEFAULT_VERSION_TABLE,
    cacheDir: undefined,
  };
  return urlSide(await workspace.adopt(openUrl(name, options)), options, filters);
}

function unknownSide(name: string): UsageError {
  return new UsageError("unknown-side", `"${name}" is no side of a comparison.`, {
    hint: "Use models, migrations, database, or a URL such as postgres://user@host/name.",
  });
}

async function compare(from: Side, to: Side): Promise<DiffResult> {
  const difference = await differenceBetween(from, to);
  return {
    from: from.label,
    to: to.label,
    differences: describeDifferences(difference.operations, to.catalog.sources ?? from.catalog.sources),
    operations: difference.operations,
    sql: plan(difference, reverse(difference))
      .up.flatMap(statementsOf)
      .map((statement) => statement.sql),
  };
}
