import { toName } from "../../operations/sql.ts";
import type { ObjectDefinition } from "../definition.ts";
import { call } from "../methods.ts";
import { optional } from "../optional.ts";
import type { ViewChanges, ViewOptions } from "./operations.ts";
import {
  dependenciesOfQuery,
  extendsColumns,
  holdsAfter,
  learnQuery,
  restoringCalls,
  restoringColumns,
  slotsOfRelation,
  textsOfQuery,
} from "./query.ts";
import { readable } from "./queryText.ts";
import type { ViewShape } from "./shape.ts";

export const viewDefinition: ObjectDefinition<"view"> = {
  kind: "view",
  label: "view",
  rules: {
    schema: "identity",
    name: "identity",
    query: (from, to) => (extendsColumns(from.columns, to.columns) ? "alter" : "recreate"),
    checkOption: "alter",
    securityBarrier: "alter",
    securityInvoker: "alter",
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
  reconcile: (from, to) => [from, to.existing === true ? { ...from, existing: true } : to],
  learn: learnQuery,
  holds: holdsAfter,
  disturbs: () => false,
  // Postgres alters no column that a view reads, however little would change.
  yields: () => true,
  create: (view) => [
    call("createView", toName(view), readable(view.query), ...optional(optionsOf(view))),
    ...restoringCalls(view),
  ],
  drop: (view) => [call("dropView", toName(view))],
  alter: (from, to, attributes) =>
    attributes.includes("query")
      ? [
          call("replaceView", toName(to), readable(to.query), ...optional(optionsOf(to))),
          ...restoringColumns(from, to),
        ]
      : [call("alterView", toName(to), changesOf(from, to))],
};

function optionsOf({ checkOption, securityBarrier, securityInvoker }: ViewShape): ViewOptions {
  return {
    ...(checkOption === null ? {} : { checkOption }),
    ...(securityBarrier ? { securityBarrier } : {}),
    ...(securityInvoker ? { securityInvoker } : {}),
  };
}

function changesOf(from: ViewShape, to: ViewShape): ViewChanges {
  const { checkOption, securityBarrier, securityInvoker } = to;
  return {
    ...(checkOption === from.checkOption ? {} : { checkOption }),
    ...(securityBarrier === from.securityBarrier ? {} : { securityBarrier }),
    ...(securityInvoker === from.securityInvoker ? {} : { securityInvoker }),
  };
}
