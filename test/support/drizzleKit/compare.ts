import type { Session } from "../../../src/database/session.ts";
import { schemasIn } from "../../../src/diff/scope.ts";
import type { Catalog } from "../../../src/catalog/catalog.ts";
import { createModels, differences } from "../roundTrip.ts";
import type { DrizzleKit, PushAnswer } from "./kit.ts";

/** What the two tools say of each other's work, and drizzle-kit of its own. */
export interface Verdict {
  /** Why drizzle-kit cannot create the models. */
  readonly failure: string | null;
  /** What it would run right after its own push. */
  readonly itself: readonly string[];
  /** What Limbeck finds in drizzle-kit's database. */
  readonly limbeckOnKit: readonly string[];
  /** What drizzle-kit would run in Limbeck's database. */
  readonly kitOnLimbeck: PushAnswer;
}

/** Both tools, an empty database, and the models in the form that each takes. */
export interface Bench {
  readonly kit: DrizzleKit;
  readonly session: Session;
  readonly url: string;
  readonly catalog: Catalog;
  readonly module: string;
  /** What is there before the models. */
  readonly setup: string;
  /** Schemas that are none of the models'. */
  readonly foreign: readonly string[];
}

/** Lets each tool create the models and the other one look at the result. Leaves Limbeck's in the database. */
export async function compareTools(bench: Bench): Promise<Verdict> {
  const { session, catalog, setup, foreign } = bench;
  await reset(session, setup);
  const created = await push(bench, true);
  const made = !("failure" in created);
  const itself = made ? await push(bench, false) : { statements: [] };
  const limbeckOnKit = made ? await differences(session, catalog, foreign) : [];
  await reset(session, setup);
  await createModels(session, catalog);
  const kitOnLimbeck = await push(bench, false);
  const failure = "failure" in created ? created.failure : "failure" in itself ? itself.failure : null;
  return { failure, itself: statementsOf(itself), limbeckOnKit, kitOnLimbeck: withoutChance(kitOnLimbeck) };
}

function withoutChance(answer: PushAnswer): PushAnswer {
  return "failure" in answer ? answer : { statements: statementsOf(answer) };
}

const COMPOSITE = /ADD CONSTRAINT ("[^"]+") (?:PRIMARY KEY|UNIQUE)\((?:"[^"]+",)+"[^"]+"\)/;

/**
 * 0.31 reads the columns of a composite key in whatever order the server joins them, so now and then it makes one anew
 * that is as it should be. That is chance, and says nothing; 1.0 does not do it.
 */
function statementsOf(answer: PushAnswer): readonly string[] {
  if ("failure" in answer) return [];
  const anew = new Set(answer.statements.flatMap((sql) => COMPOSITE.exec(sql)?.[1] ?? []));
  const isChance = (sql: string): boolean => {
    const dropped = /DROP CONSTRAINT ("[^"]+");/.exec(sql)?.[1];
    return COMPOSITE.test(sql) || (dropped !== undefined && anew.has(dropped));
  };
  return answer.statements.filter((sql) => !isChance(sql));
}

async function push({ kit, url, module, catalog }: Bench, apply: boolean): Promise<PushAnswer> {
  return kit.push({ models: module, url, schemas: [...new Set(["public", ...schemasIn(catalog)])], apply });
}

/** Makes a database empty again but for what is there before the models, which is faster than making another. */
async function reset(session: Session, setup: string): Promise<void> {
  await session.execute(`DO $$
    DECLARE s name;
    BEGIN
      FOR s IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP
        EXECUTE format('DROP SCHEMA %I CASCADE', s);
      END LOOP;
      CREATE SCHEMA public;
    END $$`);
  if (setup !== "") await session.execute(setup);
}
