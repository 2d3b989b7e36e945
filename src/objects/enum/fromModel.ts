import { DEFAULT_SCHEMA, MAX_IDENTIFIER_BYTES, objectId, truncateIdentifier } from "../../catalog/name.ts";
import { equal } from "../../catalog/equality.ts";
import type { DrizzleAdapter, DrizzleEnum, Entity, ModelEntities, ModelObject } from "../drizzle.ts";
import { modelError } from "../drizzle.ts";
import type { EnumShape } from "./shape.ts";

/**
 * The enums that are exported, and those that only columns know: helpers make enums that no module exports,
 * often anew at each call, so unexported ones that say the same are one.
 */
export function enumsFromModel(
  entities: ModelEntities,
  drizzle: DrizzleAdapter,
): readonly ModelObject<"enum">[] {
  const exported = entities.enums.map(toObject);
  const seen = new Set(entities.enums.map(({ value }) => value));
  const found = new Map<string, EnumShape[]>();
  for (const { object } of exported) remember(found, object);
  const collected = entities.tables.flatMap(({ value: table, source }) =>
    table.columns.flatMap((column) => {
      const value = drizzle.enumOf(column);
      if (value === null || seen.has(value)) return [];
      seen.add(value);
      const candidate = toObject({ value, source });
      return remember(found, candidate.object) ? [candidate] : [];
    }),
  );
  return [...exported, ...collected];
}

/** Notes an enum; false where one of the same name and labels is known already. */
function remember(found: Map<string, EnumShape[]>, shape: EnumShape): boolean {
  const id = objectId("enum", shape.schema, shape.name);
  const known = found.get(id) ?? [];
  if (known.some(({ labels }) => equal(labels, shape.labels))) return false;
  found.set(id, [...known, shape]);
  return true;
}

function toObject({ value, source }: Entity<DrizzleEnum>): ModelObject<"enum"> {
  const schema = truncateIdentifier(value.schema ?? DEFAULT_SCHEMA);
  const name = truncateIdentifier(value.enumName);
  const long = value.enumValues.find((label) => Buffer.byteLength(label, "utf8") > MAX_IDENTIFIER_BYTES);
  if (long !== undefined) {
    const place = { subject: `enum ${name}`, source };
    throw modelError(
      "enum-label-too-long",
      place,
      `the label "${long}" is longer than the 63 bytes that Postgres allows`,
    );
  }
  return { object: { kind: "enum", schema, name, labels: [...value.enumValues] }, source };
}
