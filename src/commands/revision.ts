import { join, relative } from "node:path";
import { reverse } from "../diff/diff.ts";
import { describeDifferences, type DescribedDifference } from "../diff/describe.ts";
import { UsageError } from "../errors.ts";
import { statementsOf } from "../objects/implementations.ts";
import { plan, type Plan } from "../plan/plan.ts";
import type { RevisionSource } from "../emit/source.ts";
import type { RevisionGraph } from "../revisions/graph.ts";
import { resolve } from "../revisions/identifier.ts";
import { nextRevisionId, revisionFileName } from "../revisions/number.ts";
import { compareWithModels, type Comparison } from "./compare.ts";
import type { Proof } from "./proof.ts";
import { withWorkspace, type CommandOptions, type Workspace } from "./workspace.ts";

export interface RevisionOptions extends CommandOptions {
  readonly message?: string | undefined;
  readonly autogenerate?: boolean | undefined;
  readonly revId?: string | undefined;
  /** Work everything out and write nothing. */
  readonly dryRun?: boolean | undefined;
  /** Run the new revision up, down and up before it is written; what the configuration says unless said. */
  readonly proof?: boolean | undefined;
}

export interface RevisionResult {
  /** The new revision's id, or null when nothing was to be written. */
  readonly revision: string | null;
  readonly downRevision: string | null;
  /** Path of the new file from the working directory. */
  readonly file: string | null;
  /** What was compared with the models; null without autogenerate. */
  readonly against: string | null;
  readonly differences: readonly DescribedDifference[];
  /** The SQL of `up`. */
  readonly sql: readonly string[];
  /** What is known of the revision; null where none was proven. */
  readonly proof: Proof | null;
}

interface Found {
  readonly calls: Plan;
  readonly differences: readonly DescribedDifference[];
  readonly against: string | null;
  /** What the proof needs to know. */
  readonly comparison: Comparison | null;
}

const BY_HAND: Found = { calls: { up: [], down: [] }, differences: [], against: null, comparison: null };

/**
 * Writes a new revision file: an empty one, or with `autogenerate` what takes the database (without one, the
 * replayed migrations) to the models. Throws UsageError without a message, DatabaseStateError when the database
 * is behind; when nothing has changed it writes nothing.
 */
export async function revision(options: RevisionOptions): Promise<RevisionResult> {
  const message = requireMessage(options.message);
  return withWorkspace(options, async (workspace) => {
    const graph = await workspace.graph();
    const downRevision = resolve(graph, "head")[0] ?? null;
    const found = options.autogenerate === true ? await autogenerate(workspace) : BY_HAND;
    const { calls, differences, against } = found;
    const sql = calls.up.flatMap(statementsOf).map((statement) => statement.sql);
    const report = { downRevision, against, differences, sql };
    const nothing = against !== null && differences.length === 0;
    const id = newId(options.revId, graph);
    const source = { message, revision: id, downRevision, ...calls };
    const proof = nothing ? null : await proven(workspace, source, found, options);
    if (options.dryRun === true || nothing) return { revision: null, file: null, proof, ...report };
    const file = await write(workspace, { ...source, note: proof === null ? undefined : noteOf(proof) });
    return { revision: id, file: relative(options.cwd, file), proof, ...report };
  });
}

/** A revision by hand proves nothing yet: it is empty. */
async function proven(
  workspace: Workspace,
  source: RevisionSource,
  { comparison }: Found,
  { proof = workspace.project.proof }: RevisionOptions,
): Promise<Proof | null> {
  if (!proof || comparison?.session === undefined) return null;
  const [{ proveRevision }, { renderRevision }] = await Promise.all([
    import("./proof.ts"),
    import("../emit/source.ts"),
  ]);
  const text = renderRevision({ ...source, downRevision: null });
  return proveRevision(workspace, comparison.session, comparison.difference, text);
}

/** What the file says of its proof. */
function noteOf({ where, reason }: Proof): string {
  return where === null
    ? `Not proven: no scratch database can hold what it needs (${reason ?? "none could be opened"}).`
    : `Proven: up, down and up again on ${where}.`;
}

function requireMessage(message: string | undefined): string {
  if (message !== undefined && message.trim() !== "") return message.trim();
  throw new UsageError("message-missing", "A revision needs a message.", {
    hint: 'Say what it does: limbeck revision --autogenerate -m "add orders".',
  });
}

async function autogenerate(workspace: Workspace): Promise<Found> {
  const comparison = await compareWithModels(workspace);
  const { difference, against } = comparison;
  return {
    comparison,
    calls: plan(difference, reverse(difference)),
    differences: describeDifferences(difference.operations),
    against,
  };
}

function newId(wanted: string | undefined, graph: RevisionGraph): string {
  if (wanted === undefined) return nextRevisionId(graph.revisions.keys());
  if (!/^[\w.]+$/.test(wanted)) {
    throw new UsageError("rev-id-invalid", `"${wanted}" cannot be a revision id.`, {
      hint: "Use letters, digits, dots and underscores.",
    });
  }
  if (!graph.revisions.has(wanted)) return wanted;
  throw new UsageError("rev-id-taken", `There is a revision ${wanted} already.`, {
    hint: "Choose another --rev-id.",
  });
}

/** ts-morph is loaded only here: it is the heaviest of the dependencies. */
async function write({ project }: Workspace, source: RevisionSource): Promise<string> {
  const [{ renderRevision }, { writeNew }] = await Promise.all([
    import("../emit/source.ts"),
    import("../emit/write.ts"),
  ]);
  const file = join(project.migrationsDir, revisionFileName(source.revision, source.message));
  await writeNew(file, renderRevision(source));
  return file;
}
