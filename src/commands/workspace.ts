import { readFile } from "node:fs/promises";
import type { Catalog } from "../catalog/catalog.ts";
import { loadProject, type Project } from "../config/project.ts";
import { resolveUrl, type ResolvedEmbedded, type ResolvedServer } from "../config/url.ts";
import type { Session } from "../database/session.ts";
import { loadModules } from "../modules/load.ts";
import type { RevisionGraph } from "../revisions/graph.ts";
import { readRevisions } from "../revisions/directory.ts";

/** What every command takes beside its own arguments. */
export interface CommandOptions {
  /** Where to look for the configuration from; the process's working directory. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** `--config` */
  readonly config?: string | undefined;
  /** `--url` */
  readonly url?: string | undefined;
  /** Called with each warning, one sentence. */
  readonly warn?: ((message: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A project with everything that commands read from it, each read once. */
export interface Workspace {
  readonly project: Project;
  readonly options: CommandOptions;
  /** null means the embedded database. Throws ConfigError where the one that was meant has no value. */
  readonly url: ResolvedServer | ResolvedEmbedded | null;
  graph(): Promise<RevisionGraph>;
  /** The texts of all revision files. */
  sources(): Promise<readonly string[]>;
  models(): Promise<Catalog>;
  /** The database that migrations are applied to: live, or the embedded one of the project. */
  database(): Promise<Session>;
  /** A further session to the same database, which the caller closes: for a runner whose connection was lost. */
  connectAgain(): Promise<Session>;
  /** An empty embedded Postgres in memory. */
  scratch(): Promise<Session>;
  /** Takes a session over, to be closed with the workspace. */
  adopt(opening: Promise<Session>): Promise<Session>;
}

/**
 * Opens the project for the time of `body` and closes every connection after it. Where `body` only reads, a standby
 * will do as the database.
 */
export async function withWorkspace<T>(
  options: CommandOptions,
  body: (workspace: Workspace) => Promise<T>,
  use: "reads" | "writes" = "reads",
): Promise<T> {
  const project = await loadProject({ cwd: options.cwd, config: options.config });
  const resolved = resolveUrl({ flag: options.url, env: options.env, project });
  for (const warning of resolved?.warnings ?? []) options.warn?.(warning);
  const url = (): Workspace["url"] => known(resolved);
  const graph = once(() =>
    readRevisions(project.migrationsDir, loadModules, { root: project.root, cacheDir: project.cacheDir }),
  );
  const sources = once(async () => revisionSources(await graph()));
  const open = async (): Promise<Session> => openDatabase(project, url(), sources, use === "reads");
  return withSessions((keep) =>
    body({
      project,
      options,
      get url() {
        return url();
      },
      graph,
      sources,
      models: once(async () => (await import("../models/toCatalog.ts")).readModels(project, options.warn)),
      database: once(() => keep(open())),
      connectAgain: open,
      scratch: () => keep(openProjects(project, undefined, sources)),
      adopt: keep,
    }),
  );
}

/** Lists and files need no database, so that credentials without a value matter only to whoever asks for one. */
function known(resolved: ReturnType<typeof resolveUrl>): Workspace["url"] {
  if (resolved !== null && "problem" in resolved) throw resolved.problem;
  return resolved;
}

/** Takes a session over, to be closed at the end. */
export type KeepSession = (opening: Promise<Session>) => Promise<Session>;

/** Closes every session that `body` has kept when it ends, those included that are still being opened then. */
export async function withSessions<T>(body: (keep: KeepSession) => Promise<T>): Promise<T> {
  const openings: Promise<Session>[] = [];
  const keep: KeepSession = (opening) => {
    openings.push(opening);
    return opening;
  };
  try {
    return await body(keep);
  } finally {
    // Where one side of a comparison fails, the other may still be connecting.
    const opened = await Promise.allSettled(openings);
    await Promise.all(
      opened.flatMap((session) => (session.status === "fulfilled" ? [session.value.close()] : [])),
    );
  }
}

/** Runs a function at the first call and keeps its promise. */
export function once<T extends object>(make: () => T): () => T {
  let kept: T | undefined;
  return () => (kept ??= make());
}

async function openDatabase(
  project: Project,
  url: Workspace["url"],
  sources: Workspace["sources"],
  readOnly: boolean,
): Promise<Session> {
  if (url !== null && "url" in url)
    return (await import("../database/connect.ts")).connect(url.url, { ssl: url.ssl, readOnly });
  return openProjects(project, url?.embedded ?? project.dataDir, sources);
}

/** The embedded Postgres, with the extensions that the project's revisions create. */
async function openProjects(
  { cacheDir }: Project,
  dataDir: string | undefined,
  sources: Workspace["sources"],
): Promise<Session> {
  const [{ openEmbedded }, { extensionsCreatedIn }, texts] = await Promise.all([
    import("../database/embedded.ts"),
    import("../database/embeddedExtensions.ts"),
    sources(),
  ]);
  return openEmbedded({ dataDir, cacheDir, extensions: extensionsCreatedIn(texts) });
}

async function revisionSources({ revisions }: RevisionGraph): Promise<readonly string[]> {
  return Promise.all([...revisions.values()].map(({ file }) => readFile(file, "utf8")));
}
