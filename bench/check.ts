import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "../test/support/server.ts";
import { models } from "./models.ts";
import { makeStrangers, readingSeconds } from "./strangers.ts";
import { majorOf, medianSeconds, seconds, type Command } from "./process.ts";

/** The server's major where no pg_dump has to understand it. */
const USUAL_MAJOR = 17;
const RUNS = 5;
/** Tables in a schema out of scope. */
const STRANGERS = 20_000;
/** Tables per revision: one with a thousand needs more locks than a server has by default. */
const STEP = 200;

interface Row {
  readonly what: string;
  readonly seconds: number;
}

/** `node bench/run.mjs [tables] [--kit]`: times `limbeck check` where nothing has changed, beside its peers. */
export async function main(root: string, args: readonly string[]): Promise<void> {
  const count = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 1000);
  const project = await mkdtemp(join(tmpdir(), "limbeck-bench-"));
  const dumpMajor = await majorOf("pg_dump");
  const server = await startServer(Math.min(dumpMajor ?? USUAL_MAJOR, USUAL_MAJOR));
  try {
    await writeProject(root, project);
    const programs = { dump: dumpMajor !== undefined, kit: args.includes("--kit") };
    const rows = await measure({ root, project, count, url: server.url, ...programs });
    console.log(report(`${count} tables, PostgreSQL ${server.major}`, rows));
  } finally {
    await server.stop();
    await rm(project, { recursive: true, force: true });
  }
}

async function writeModels(project: string, count: number): Promise<void> {
  await mkdir(join(project, "schema"), { recursive: true });
  for (const [name, text] of models(count)) await writeFile(join(project, "schema", name), text);
}

async function writeProject(root: string, project: string): Promise<void> {
  await writeFile(join(project, "package.json"), '{ "type": "module" }\n');
  const config = { dialect: "postgresql", schema: "./schema", out: "./migrations" };
  await writeFile(join(project, "drizzle.config.ts"), `export default ${JSON.stringify(config)};\n`);
  const kitConfig = `export default ${JSON.stringify({ ...config, out: "./kit" })};\n`;
  await writeFile(join(project, "kit.config.ts"), kitConfig);
  await mkdir(join(project, "node_modules"));
  for (const name of ["drizzle-orm", "drizzle-kit"]) {
    await symlink(join(root, "node_modules", name), join(project, "node_modules", name), "junction");
  }
  await symlink(root, join(project, "node_modules", "limbeck"), "junction");
}

interface Setting {
  readonly root: string;
  readonly project: string;
  readonly count: number;
  readonly url: string;
  readonly dump: boolean;
  readonly kit: boolean;
}

async function measure({ root, project, count, url, dump, kit }: Setting): Promise<readonly Row[]> {
  const node: Program = (...args) => ({
    file: process.execPath,
    args,
    cwd: project,
    env: { DATABASE_URL: url },
  });
  const limbeck: Program = (...args) => node(join(root, "dist/cli/main.js"), ...args);
  const forget = async (): Promise<void> =>
    rm(join(project, ".limbeck/cache"), { recursive: true, force: true });
  const rows: Row[] = [
    ...(await grow(project, count, limbeck)),
    { what: "limbeck check, nothing cached", seconds: await medianSeconds(RUNS, limbeck("check"), forget) },
    { what: "limbeck check, cached", seconds: await medianSeconds(RUNS, limbeck("check")) },
    { what: "node alone", seconds: await medianSeconds(RUNS, node("-e", "0")) },
  ];
  const pgDump = { file: "pg_dump", args: ["-s", url], cwd: project };
  if (dump) rows.push({ what: "pg_dump -s", seconds: await medianSeconds(RUNS, pgDump) });
  if (kit) rows.push({ what: "drizzle-kit 0.31 generate", seconds: await generate(node) });
  rows.push({ what: "reading the catalog", seconds: await readingSeconds(url) });
  await makeStrangers(url, STRANGERS);
  const what = `reading the catalog, ${STRANGERS} tables out of scope`;
  rows.push({ what, seconds: await readingSeconds(url) });
  return rows;
}

type Program = (...args: readonly string[]) => Command;

/** Creates the tables by revisions, and times the last one. */
async function grow(project: string, count: number, limbeck: Program): Promise<readonly Row[]> {
  const times = { revision: NaN, upgrade: NaN };
  for (let tables = Math.min(STEP, count); ; tables = Math.min(tables + STEP, count)) {
    await writeModels(project, tables);
    times.revision = await seconds(limbeck("revision", "--autogenerate", "-m", `${tables} tables`));
    times.upgrade = await seconds(limbeck("upgrade", "head"));
    if (tables === count) break;
  }
  const last = ((count - 1) % STEP) + 1;
  return [
    { what: `limbeck revision --autogenerate, ${last} tables new`, seconds: times.revision },
    { what: `limbeck upgrade head, ${last} tables new`, seconds: times.upgrade },
  ];
}

/** drizzle-kit compares with its own snapshot, and no database. */
async function generate(node: Program): Promise<number> {
  const command = node("node_modules/drizzle-kit/bin.cjs", "generate", "--config", "kit.config.ts");
  await seconds(command);
  return medianSeconds(3, command);
}

function report(title: string, rows: readonly Row[]): string {
  const unit = rows.find(({ what }) => what === "pg_dump -s")?.seconds ?? NaN;
  const line = ({ what, seconds: time }: Row): string => {
    const ratio = Number.isFinite(time / unit) ? (time / unit).toFixed(2) : "-";
    return `| ${what.padEnd(48)} | ${time.toFixed(2).padStart(7)} | ${ratio.padStart(12)} |`;
  };
  return [
    `${title}, Node ${process.versions.node}, median of ${RUNS} runs`,
    `| ${"whole process".padEnd(48)} | ${"seconds".padStart(7)} | × pg_dump -s |`,
    `| ${"-".repeat(48)} | ${"-".repeat(6)}: | ${"-".repeat(11)}: |`,
    ...rows.map(line),
  ].join("\n");
}
