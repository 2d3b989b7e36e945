import type { Session } from "../database/session.ts";
import { BARE_PATH, rolledBack } from "../database/transaction.ts";
import type { Difference } from "../diff/diff.ts";
import { DatabaseStateError } from "../errors.ts";
import { flag, text, type CatalogRow } from "../objects/row.ts";
import { isPlanned, touchedBy } from "../objects/touched.ts";
import { ripple } from "../plan/ripple.ts";
import { OBSTACLES } from "./obstaclesSql.ts";

/** Something that no catalog holds, and what it depends on. */
export interface Obstacle {
  /** In Postgres's words: `view v`. */
  readonly dependent: string;
  /** `column t.b`, and whether it is dropped or gets another type. */
  readonly of: string;
}

/** What the live database has beside the catalog that a change has to do with. */
export interface Obstacles {
  /** Postgres would refuse the change because of these. */
  readonly inTheWay: readonly Obstacle[];
  /** Postgres would drop these with a column, and nothing would bring them back. */
  readonly lost: readonly Obstacle[];
}

/** Asks the database, in one statement, what depends on all that a change drops or gives another type. */
export async function findObstacles(
  session: Session,
  { operations, kept, from }: Difference,
): Promise<Obstacles> {
  // What the plan makes anew is dropped, too.
  const touched = ripple(operations, kept, from).flatMap((operation) => touchedBy(operation) ?? []);
  if (touched.length === 0) return { inTheWay: [], lost: [] };
  const rows = await rolledBack(session, "ISOLATION LEVEL REPEATABLE READ, READ ONLY", BARE_PATH, () =>
    session.query(OBSTACLES, [JSON.stringify(touched)]),
  );
  const strangers = rows.filter((row) => !isPlanned(dependentOf(row), from));
  const toObstacle = (row: CatalogRow): Obstacle => {
    const target = touched[Number(text(row, "place"))];
    const verb = target?.change === "dropped" ? "is dropped" : "gets another type";
    return {
      dependent: text(row, "description"),
      of: target === undefined ? "" : `${target.label}, which ${verb}`,
    };
  };
  return {
    inTheWay: distinct(strangers.filter((row) => !flag(row, "lost")).map(toObstacle)),
    lost: distinct(strangers.filter((row) => flag(row, "lost")).map(toObstacle)),
  };
}

function dependentOf(row: CatalogRow): Parameters<typeof isPlanned>[0] {
  return {
    class: text(row, "class"),
    schema: text(row, "schema"),
    relation: text(row, "relation"),
    name: text(row, "name"),
  };
}

/** A dropped table takes its columns along: a view of it is told once. */
function distinct(obstacles: readonly Obstacle[]): readonly Obstacle[] {
  return obstacles.filter((one, i) => obstacles.findIndex((two) => two.dependent === one.dependent) === i);
}

/** The refusal to write a revision that Postgres would refuse. */
export function inTheWay(obstacles: readonly Obstacle[], hint: string): DatabaseStateError {
  const list = obstacles.map(({ dependent, of }) => `\n  ${dependent} needs the ${of}`).join("");
  return new DatabaseStateError(
    "in-the-way",
    `The revision was not written, since things that Limbeck does not manage stand in its way:${list}`,
    { hint, data: { obstacles } },
  );
}
