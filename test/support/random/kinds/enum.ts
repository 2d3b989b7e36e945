import { replaced, without, type Edit, type RandomKind } from "../kind.ts";
import type { RandomEnum, RandomModel } from "../model.ts";
import { freshName } from "../names.ts";
import type { Random } from "../random.ts";
import { hasSchema, schemaFor } from "./schema.ts";

const LABELS = [
  "sad",
  "ok",
  "happy",
  "it's",
  "two words",
  'say "hi"',
  "a,b",
  "ä☕",
  "NULL",
  "{x}",
  "back\\slash",
];

function add(random: Random, model: RandomModel): RandomModel {
  const labels = random.some(LABELS, 2, 5);
  const added = { schema: schemaFor(random, model), name: freshName(random, "e"), labels };
  return { ...model, enums: [...model.enums, added] };
}

/** Changes the labels of a random enum; what columns held must remain possible, so labels never all go. */
function relabel(change: (random: Random, labels: readonly string[]) => readonly string[] | undefined): Edit {
  return (random, model) => {
    if (model.enums.length === 0) return undefined;
    const type = random.pick(model.enums);
    const labels = change(random, type.labels);
    if (labels === undefined) return undefined;
    const changed: RandomEnum = { ...type, labels };
    return {
      model: { ...model, enums: replaced(model.enums, type, changed) },
      expected: { action: "alter", label: "enum type", name: type.name, attribute: "labels" },
    };
  };
}

function unused(random: Random, labels: readonly string[]): string | undefined {
  const free = LABELS.filter((label) => !labels.includes(label));
  return free.length === 0 ? undefined : random.pick(free);
}

/** Enum types. */
export const enumKind: RandomKind = {
  draw: (random, model) => (random.chance(0.6) ? add(random, model) : model),
  prune: (model) => ({ ...model, enums: model.enums.filter(({ schema }) => hasSchema(model, schema)) }),
  edits: [
    (random, model) => {
      const added = add(random, model);
      const name = added.enums.at(-1)?.name ?? "";
      return { model: added, expected: { action: "create", label: "enum type", name } };
    },
    (random, model) => {
      if (model.enums.length === 0) return undefined;
      const type = random.pick(model.enums);
      const enums = model.enums.filter((other) => other !== type);
      return {
        model: { ...model, enums },
        expected: { action: "drop", label: "enum type", name: type.name },
      };
    },
    relabel((random, labels) => {
      const label = unused(random, labels);
      return label === undefined ? undefined : [...labels, label];
    }),
    relabel((random, labels) => {
      const label = unused(random, labels);
      return label === undefined ? undefined : labels.toSpliced(random.below(labels.length), 0, label);
    }),
    relabel((random, labels) =>
      labels.length < 2 ? undefined : labels.toSpliced(random.below(labels.length), 1),
    ),
    relabel((_random, labels) => (labels.length < 2 ? undefined : labels.toReversed())),
  ],
  smaller: (model) => [
    ...without(model.enums).map((enums) => ({ ...model, enums })),
    ...model.enums.flatMap((type) =>
      type.labels.length < 2
        ? []
        : without(type.labels).map((labels) => ({
            ...model,
            enums: replaced(model.enums, type, { ...type, labels }),
          })),
    ),
  ],
};
