import pg from "pg";
import { connect } from "../src/database/connect.ts";
import { readDatabase } from "../src/database/toCatalog.ts";

/** So many at once, since a transaction locks each of them. */
const BATCH = 1000;

/** Makes tables in a schema that no model and no revision names, and lets the server count what it has. */
export async function makeStrangers(url: string, count: number): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query("CREATE SCHEMA strangers");
    for (let first = 0; first < count; first += BATCH)
      await client.query(batch(first, Math.min(BATCH, count - first)));
    await client.query("ANALYZE");
  } finally {
    await client.end();
  }
}

function batch(first: number, count: number): string {
  const columns =
    "id bigint PRIMARY KEY, total numeric(10,2) NOT NULL DEFAULT 0 CHECK (total >= 0), parent bigint";
  return `DO $$ BEGIN FOR i IN ${first} .. ${first + count - 1} LOOP
    EXECUTE format('CREATE TABLE strangers.t%s (${columns})', i);
  END LOOP; END $$`;
}

const READINGS = 15;

/** Seconds that the catalog of schema public takes to be read, at best: what else runs can only add to it. */
export async function readingSeconds(url: string): Promise<number> {
  const session = await connect(url);
  try {
    const times: number[] = [];
    for (let i = 0; i < READINGS; i++) {
      const start = process.hrtime.bigint();
      await readDatabase(session, { schemas: ["public"] });
      times.push(Number(process.hrtime.bigint() - start) / 1e9);
    }
    return Math.min(...times);
  } finally {
    await session.close();
  }
}
