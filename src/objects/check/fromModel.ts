import { truncateIdentifier } from "../../catalog/name.ts";
import type { DrizzleAdapter, ModelEntities, ModelObject } from "../drizzle.ts";
import { modelError, placeOf } from "../drizzle.ts";

/** The check constraints of every table; Drizzle makes the author name them. */
export function checksFromModel(
  entities: ModelEntities,
  drizzle: DrizzleAdapter,
): readonly ModelObject<"check">[] {
  return entities.tables.flatMap((table) =>
    table.value.checks.map(({ name, value }) => {
      const place = placeOf(table, `check ${name}`);
      if (!drizzle.isSql(value))
        throw modelError("check-without-sql", place, "the condition is not a piece of SQL");
      const object = {
        kind: "check" as const,
        schema: table.value.schema,
        table: table.value.name,
        name: truncateIdentifier(name),
        nameIsExplicit: true,
        expression: drizzle.sqlText(value, place),
        notValid: false,
      };
      return { object, source: table.source };
    }),
  );
}
