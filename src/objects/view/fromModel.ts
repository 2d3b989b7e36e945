import { DEFAULT_SCHEMA } from "../../catalog/name.ts";
import { modelError } from "../drizzle.ts";
import type {
  DrizzleAdapter,
  DrizzleView,
  Entity,
  ModelEntities,
  ModelObject,
  ModelPlace,
} from "../drizzle.ts";
import type { StoredQuery } from "./storedQuery.ts";

/** The views that are exported. */
export function viewsFromModel(
  entities: ModelEntities,
  drizzle: DrizzleAdapter,
): readonly ModelObject<"view">[] {
  const views = entities.views.map(({ value, source }) => ({
    object: { kind: "view" as const, ...queryOf({ value, source }, "view", drizzle), ...optionsOf(value) },
    source,
  }));
  const others = existingOf(entities.materializedViews, entities.views).map(({ value, source }) => ({
    object: { kind: "view" as const, ...queryOf({ value, source }, "view", drizzle), ...optionsOf({}) },
    source,
  }));
  return [...views, ...others];
}

/**
 * The views of the one kind that are declared as existing and of which the other kind has none by that name: a query
 * does not see which it reads, so that either declaration stands for both.
 */
export function existingOf(
  declared: readonly Entity<DrizzleView>[],
  others: readonly Entity<DrizzleView>[],
): readonly Entity<DrizzleView>[] {
  return declared.filter(
    ({ value }) =>
      value.query === undefined &&
      !others.some(({ value: { schema, name } }) => schema === value.schema && name === value.name),
  );
}

/** What both kinds of view say; ModelError for an empty query. */
export function queryOf(
  { value, source }: Entity<DrizzleView>,
  label: string,
  drizzle: DrizzleAdapter,
): StoredQuery {
  const { schema, name, query } = value;
  if (query === undefined) return { schema, name, query: "", existing: true };
  const full = schema === DEFAULT_SCHEMA ? name : `${schema}.${name}`;
  const place: ModelPlace = { subject: `${label} ${full}`, source };
  const text = drizzle.queryText(query, place);
  if (text === "") throw modelError("empty-query", place, "the query is an empty piece of SQL");
  return { schema, name, query: text };
}

function optionsOf({ with: said = {} }: Pick<DrizzleView, "with">): {
  readonly checkOption: "local" | "cascaded" | null;
  readonly securityBarrier: boolean;
  readonly securityInvoker: boolean;
} {
  const { checkOption, securityBarrier, securityInvoker } = said as ViewWith;
  return {
    checkOption: checkOption ?? null,
    securityBarrier: securityBarrier === true,
    securityInvoker: securityInvoker === true,
  };
}

/** What Drizzle's types let an author say. */
interface ViewWith {
  readonly checkOption?: "local" | "cascaded" | undefined;
  readonly securityBarrier?: boolean | undefined;
  readonly securityInvoker?: boolean | undefined;
}
