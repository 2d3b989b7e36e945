import type { DrizzleAdapter, DrizzleView, Entity, ModelEntities, ModelObject } from "../drizzle.ts";
import { existingOf, queryOf } from "../view/fromModel.ts";

/** The materialized views that are exported. */
export function materializedViewsFromModel(
  entities: ModelEntities,
  drizzle: DrizzleAdapter,
): readonly ModelObject<"materializedView">[] {
  const all = [...entities.materializedViews, ...existingOf(entities.views, entities.materializedViews)];
  return all.map((view) => toObject(view, drizzle));
}

function toObject(view: Entity<DrizzleView>, drizzle: DrizzleAdapter): ModelObject<"materializedView"> {
  const { using, tablespace, with: parameters = {}, withNoData } = view.value;
  return {
    object: {
      kind: "materializedView",
      ...queryOf(view, "materialized view", drizzle),
      using: using ?? null,
      tablespace: tablespace ?? null,
      with: Object.entries(parameters).map(([key, value]) => [snakeCase(key), String(value)] as const),
      withNoData: withNoData === true,
    },
    source: view.source,
  };
}

/** `toastTupleTarget` is Drizzle's word for toast_tuple_target. */
function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
