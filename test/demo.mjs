// `npm run demo`: the main job on the sample, on the embedded database, in a temporary folder that is removed again.
// Every command is printed before its output; anything unexpected ends the demo with exit code 1.
import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const ROOT = resolve(import.meta.dirname, "..");
const dir = realpathSync(mkdtempSync(join(tmpdir(), "limbeck-demo-")));
process.on("exit", () => rmSync(dir, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

try {
  await demo();
} catch (error) {
  console.error(`\nThe demo failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

async function demo() {
  const steps = await sampleSteps();
  const [before, after] = steps.slice(-2);
  install();
  say("A shop of related tables, as Drizzle models, and no database but the embedded one.");
  writeModels(before);
  limbeck(["init"], { says: "created drizzle.config.ts" });
  limbeck(["revision", "--autogenerate", "-m", "the shop"], { says: "wrote migrations/0001_the_shop.ts" });
  limbeck(["upgrade", "head"], { says: "Applied 1 revision" });

  say("A year later the models are changed.");
  writeModels(after);
  limbeck(["revision", "--autogenerate", "-m", after.message], { says: "wrote migrations/0002_" });
  show("0002_");
  limbeck(["upgrade", "head"], { says: "is at 0002" });
  limbeck(["check"], { says: "The models agree" });
  limbeck(["history", "-i"], { says: "0001 -> 0002 (head, current)" });

  say("And back.");
  limbeck(["downgrade", "-1"], { says: "is at 0001" });
  limbeck(["downgrade", "base"], { says: "is at base" });
  say("That was the main job: the temporary folder is gone now.");
}

/** The history of the sample is TypeScript, which Node 20 does not run. */
async function sampleSteps() {
  const outfile = join(dir, "steps.mjs");
  const support = join(ROOT, "test", "support");
  await build({
    entryPoints: [join(support, "sampleSteps.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "silent",
    define: { "import.meta.dirname": JSON.stringify(support) },
  });
  const { sampleSteps: read } = await import(pathToFileURL(outfile).href);
  return read();
}

/** What `npm i -D limbeck drizzle-orm drizzle-kit` would do. */
function install() {
  const modules = join(dir, "shop", "node_modules");
  mkdirSync(modules, { recursive: true });
  symlinkSync(ROOT, join(modules, "limbeck"), "junction");
  for (const name of ["drizzle-orm", "drizzle-kit"])
    symlinkSync(join(ROOT, "node_modules", name), join(modules, name), "junction");
  writeFileSync(join(dir, "shop", "package.json"), '{ "type": "module" }\n');
}

function writeModels({ files }) {
  const schema = join(dir, "shop", "schema");
  rmSync(schema, { recursive: true, force: true });
  mkdirSync(schema);
  for (const [name, text] of files) writeFileSync(join(schema, name), text);
}

/** Runs a command, prints it with all it says, and insists that it went well and on some words. */
function limbeck(args, { says }) {
  const quoted = args.map((arg) => (/[^\w./-]/.test(arg) ? JSON.stringify(arg) : arg));
  console.log(`\n$ limbeck ${quoted.join(" ")}`);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, "dist", "cli", "main.js"), ...args],
    {
      cwd: join(dir, "shop"),
      encoding: "utf8",
      env: environment(),
    },
  );
  process.stdout.write(stderr + stdout);
  if (status !== 0) throw new Error(`limbeck ${args[0]} ended with exit code ${String(status)}`);
  if (!stdout.includes(says)) throw new Error(`limbeck ${args[0]} did not say "${says}"`);
}

/** Nothing of the caller's that names a database. */
function environment() {
  const unwanted = /^(PG.*|DB_.*|.*DATABASE_URL)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !unwanted.test(name)));
}

function show(prefix) {
  const folder = join(dir, "shop", "migrations");
  const name = readdirSync(folder).find((file) => file.startsWith(prefix));
  if (name === undefined) throw new Error(`there is no migrations/${prefix}*`);
  const text = readFileSync(join(folder, name), "utf8");
  console.log(`\n$ cat migrations/${name}\n${text.trimEnd()}`);
  for (const part of [
    'import type { Operations } from "limbeck/op";',
    "export async function up(",
    "export async function down(",
  ]) {
    if (!text.includes(part)) throw new Error(`migrations/${name} does not have: ${part}`);
  }
}

function say(text) {
  console.log(`\n# ${text}`);
}
