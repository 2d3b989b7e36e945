import { equal } from "../../catalog/equality.ts";
import { toName } from "../../operations/sql.ts";
import type { ObjectDefinition } from "../definition.ts";
import { call } from "../methods.ts";
import { optional } from "../optional.ts";
import {
  dependenciesOfQuery,
  holdsAfter,
  learnQuery,
  restoringCalls,
  slotsOfRelation,
  textsOfQuery,
} from "../view/query.ts";
import { readable } from "../view/queryText.ts";
import type { MaterializedViewChanges, MaterializedViewOptions } from "./operations.ts";
import type { MaterializedViewShape } from "./shape.ts";

export const materializedViewDefinition: ObjectDefinition<"materializedView"> = {
  kind: "materializedView",
  label: "materialized view",
  rules: {
    schema: "identity",
    name: "identity",
    query: "recreate",
    // SET ACCESS METHOD came with 15, and rewrites it like this.
    using: "recreate",
    tablespace: "alter",
    defaultTablespace: "ignored",
    with: "alter",
    withNoData: "ignored",
    existing: "ignored",
    columns: "ignored",
    uses: "ignored",
    extras: "unmodelled",
  },
  address: ({ schema, name }) => [schema, name],
  owner: () => null,
  dependencies: dependenciesOfQuery,
  occupies: slotsOfRelation,
  attachment: "dependent",
  signature: () => null,
  claimed: "used",
  isExisting: ({ existing }) => existing === true,
  texts: textsOfQuery,
  withTexts: (view, { query }) => (query === undefined ? view : { ...view, query }),
  reconcile: (from, to) => [from, to.existing === true ? { ...from, existing: true } : completed(from, to)],
  learn: learnQuery,
  holds: holdsAfter,
  disturbs: () => false,
  // Postgres alters no column that a materialized view reads, however little would change.
  yields: () => true,
  create: (view) => [
    call("createMaterializedView", toName(view), readable(view.query), ...optional(optionsOf(view))),
    ...restoringCalls(view),
  ],
  drop: (view) => [call("dropMaterializedView", toName(view))],
  alter: (from, to) => [call("alterMaterializedView", toName(to), changesOf(from, to))],
};

/** The model with what is the same in other words, and filled or not as the database's is. */
function completed(from: MaterializedViewShape, to: MaterializedViewShape): MaterializedViewShape {
  const { defaultTablespace, withNoData } = from;
  return {
    ...to,
    using: to.using === USUAL_METHOD && from.using === null ? null : to.using,
    tablespace: to.tablespace === defaultTablespace ? null : to.tablespace,
    ...(defaultTablespace === undefined ? {} : { defaultTablespace }),
    with: equal(comparable(from.with), comparable(to.with)) ? from.with : to.with,
    withNoData,
  };
}

/** May be said for nothing. */
const USUAL_METHOD = "heap";

type Parameters = MaterializedViewShape["with"];

/** Postgres keeps a value as it was written: `on` and `true`, `0.10` and `0.1` are the same. */
function comparable(parameters: Parameters): Parameters {
  return parameters
    .map(([name, value]) => [name, comparableValue(value)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function comparableValue(value: string): string {
  const text = value.toLowerCase();
  if (/^(on|yes|true)$/.test(text)) return "true";
  if (/^(off|no|false)$/.test(text)) return "false";
  return text === "" || Number.isNaN(Number(text)) ? text : String(Number(text));
}

function optionsOf(view: MaterializedViewShape): MaterializedViewOptions {
  const { using, tablespace, withNoData } = view;
  return {
    ...(using === null ? {} : { using }),
    ...(view.with.length === 0 ? {} : { with: Object.fromEntries(view.with) }),
    ...(tablespace === null ? {} : { tablespace }),
    ...(withNoData ? { withNoData } : {}),
  };
}

function changesOf(from: MaterializedViewShape, to: MaterializedViewShape): MaterializedViewChanges {
  const { tablespace, defaultTablespace = "pg_default" } = to;
  const changed = changedParameters(from.with, to.with);
  return {
    ...(Object.keys(changed).length === 0 ? {} : { with: changed }),
    ...(tablespace === from.tablespace ? {} : { tablespace: tablespace ?? defaultTablespace }),
  };
}

function changedParameters(from: Parameters, to: Parameters): Readonly<Record<string, string | null>> {
  const [before, after] = [new Map(from), new Map(to)];
  const gone = from.filter(([name]) => !after.has(name)).map(([name]) => [name, null] as const);
  return Object.fromEntries([...to.filter(([name, value]) => before.get(name) !== value), ...gone]);
}
