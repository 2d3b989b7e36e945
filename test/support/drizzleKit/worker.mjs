// A process that runs drizzle-kit's programmatic push for its parent. It is plain JavaScript, since Node 20 runs no
// TypeScript, and a process of its own, since both lines may prompt, print, exit, or keep handles open.
import { createRequire } from "node:module";

const [line, project] = process.argv.slice(2);
const require = createRequire(`${project}/package.json`);
const { drizzle } = require("drizzle-orm/node-postgres");
const pg = createRequire(import.meta.url)("pg");
const kit = require(line === "0.45" ? "drizzle-kit/api" : "drizzle-kit/api-postgres");

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

process.on("message", (request) => {
  push(request)
    .catch((error) => ({ failure: explain(error) }))
    .then((answer) => process.send(answer));
});
process.send("ready");
