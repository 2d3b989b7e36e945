import { without, type RandomKind } from "../kind.ts";
import type { RandomModel } from "../model.ts";
import { freshName } from "../names.ts";
import type { Random } from "../random.ts";

/** A schema of the model, most often public. */
export function schemaFor(random: Random, model: RandomModel): string {
  return random.chance(0.3) ? random.pick(["public", ...model.schemas]) : "public";
}

/** Whether what lies in the schema can stand. */
export function hasSchema({ schemas }: RandomModel, schema: string): boolean {
  return schema === "public" || schemas.includes(schema);
}

function add(random: Random, model: RandomModel): RandomModel {
  return { ...model, schemas: [...model.schemas, freshName(random, "s")] };
}

/** Schemas beside public. */
export const schemaKind: RandomKind = {
  draw: (random, model) => (random.chance(0.4) ? add(random, model) : model),
  prune: (model) => model,
  edits: [
    (random, model) => {
      const added = add(random, model);
      return {
        model: added,
        expected: { action: "create", label: "schema", name: added.schemas.at(-1) ?? "" },
      };
    },
    (random, model) => {
      if (model.schemas.length === 0) return undefined;
      const name = random.pick(model.schemas);
      const schemas = model.schemas.filter((other) => other !== name);
      return { model: { ...model, schemas }, expected: { action: "drop", label: "schema", name } };
    },
  ],
  smaller: (model) => without(model.schemas).map((schemas) => ({ ...model, schemas })),
};
