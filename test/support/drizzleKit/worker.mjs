// A process that runs drizzle-kit's programmatic push for its parent. It is plain JavaScript, since Node 20 runs no
// TypeScript, and a process of its own, since both lines may prompt, print, exit, or keep handles open.
import { readFileSync } from "node:fs";
import { createRequire, Module } from "node:module";

const [line, project] = process.argv.slice(2);
const require = createRequire(`${project}/package.json`);
const { drizzle } = require("drizzle-orm/node-postgres");
const pg = createRequire(import.meta.url)("pg");
const kit = line === "0.45" ? kitWithParameters() : require("drizzle-kit/api-postgres");

/**
 * The API of 0.31 forgets the parameters of its own queries, which its command passes on; without them it can read no
 * composite primary key. So that the API shows what the command does, it gets them here.
 */
function kitWithParameters() {
  const file = require.resolve("drizzle-kit/api");
  const forgetful = "await drizzleInstance.execute(sql.raw(query))";
  const api = new Module(file);
  api.filename = file;
  api.paths = Module._nodeModulePaths(file);
  api._compile(
    readFileSync(file, "utf8").replace(forgetful, "await drizzleInstance.$client.query(query, params)"),
    file,
  );
  return api.exports;
}

/** What drizzle-kit would run, in one form for both lines. */
async function prepare(models, db, schemas) {
  if (line === "0.45") {
    const { statementsToExecute: statements, apply } = await kit.pushSchema(models, db, schemas);
    return { statements, apply };
  }
  const filter = { schemas, tables: undefined, extensions: undefined, entities: undefined };
  const { sqlStatements: statements, apply } = await kit.pushSchema(models, db, filter);
  return { statements, apply };
}

async function push({ models, url, schemas, apply }) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const db = line === "0.45" ? drizzle(client) : drizzle({ client });
    const prepared = await prepare(require(models), db, schemas);
    if (apply) await prepared.apply();
    return { statements: prepared.statements };
  } finally {
    await client.end();
  }
}

/** Drizzle's own error says which query failed; Postgres's, why. */
function explain(error) {
  if (!(error instanceof Error)) return String(error);
  return [error.message, ...(error.cause instanceof Error ? [error.cause.message] : [])].join("\n");
}

// 0.31 reads tables side by side, and loses the errors of all but the first.
process.on("uncaughtException", (error) => {
  process.send({ failure: explain(error) }, () => process.exit(1));
});
process.on("message", (request) => {
  push(request).then(
    (answer) => process.send(answer),
    (error) => process.send({ failure: explain(error) }),
  );
});
process.send("ready");
