import { replaced, without, words, type Edit, type RandomKind } from "../kind.ts";
import { same, type RandomModel, type SequenceOptions } from "../model.ts";
import { freshName } from "../names.ts";
import type { Random } from "../random.ts";
import { hasSchema, schemaFor } from "./schema.ts";

const CHOICES: Readonly<Record<keyof SequenceOptions, readonly SequenceOptions[]>> = {
  increment: [{ increment: 2 }, { increment: 10 }],
  minValue: [{ minValue: 1 }, { minValue: -5 }],
  maxValue: [{ maxValue: 1000 }, { maxValue: 30_000 }],
  startWith: [{ startWith: 20 }, { startWith: 100 }],
  cache: [{ cache: 3 }, { cache: 10 }],
  cycle: [{ cycle: true }, { cycle: false }],
};
const NAMES = Object.keys(CHOICES) as readonly (keyof SequenceOptions)[];

/** Options that suit smallint too; most are left to Postgres. */
export function sequenceOptions(random: Random): SequenceOptions {
  const said = random.some(NAMES, 0, 3).map((name) => random.pick(CHOICES[name]));
  return Object.assign({}, ...said) as SequenceOptions;
}

/** Another value for one option, and its name; a start that nobody says follows the minimum, so that is said too. */
export function changedOption(
  random: Random,
  options: SequenceOptions,
): { readonly options: SequenceOptions; readonly name: string } | undefined {
  const name = random.pick(NAMES);
  if (name === "minValue" && options.startWith === undefined) return undefined;
  const choices = CHOICES[name].filter(
    (choice) => !same(meaning({ ...options, ...choice }), meaning(options)),
  );
  if (choices.length === 0) return undefined;
  const changed = { ...options, ...random.pick(choices) };
  const called = name === "increment" ? "increment by" : words(name);
  return { options: changed, name: called };
}

/** The options as Postgres fills them in, for an ascending sequence. */
function meaning(options: SequenceOptions): readonly unknown[] {
  const { increment = 1, minValue = 1, maxValue, startWith = minValue, cache = 1, cycle = false } = options;
  return [increment, minValue, maxValue, startWith, cache, cycle];
}

function add(random: Random, model: RandomModel): RandomModel {
  const name = freshName(random, "q");
  const added = { schema: schemaFor(random, model), name, options: sequenceOptions(random) };
  return { ...model, sequences: [...model.sequences, added] };
}

const changeOption: Edit = (random, model) => {
  if (model.sequences.length === 0) return undefined;
  const sequence = random.pick(model.sequences);
  const changed = changedOption(random, sequence.options);
  if (changed === undefined) return undefined;
  const altered = { ...sequence, options: changed.options };
  return {
    model: { ...model, sequences: replaced(model.sequences, sequence, altered) },
    expected: { action: "alter", label: "sequence", name: sequence.name, attribute: changed.name },
  };
};

/** Sequences that stand on their own. */
export const sequenceKind: RandomKind = {
  draw: (random, model) => (random.chance(0.4) ? add(random, model) : model),
  prune: (model) => ({
    ...model,
    sequences: model.sequences.filter(({ schema }) => hasSchema(model, schema)),
  }),
  edits: [
    (random, model) => {
      const added = add(random, model);
      const name = added.sequences.at(-1)?.name ?? "";
      return { model: added, expected: { action: "create", label: "sequence", name } };
    },
    (random, model) => {
      if (model.sequences.length === 0) return undefined;
      const sequence = random.pick(model.sequences);
      const sequences = model.sequences.filter((other) => other !== sequence);
      const expected = { action: "drop", label: "sequence", name: sequence.name } as const;
      return { model: { ...model, sequences }, expected };
    },
    changeOption,
    changeOption,
  ],
  smaller: (model) => [
    ...without(model.sequences).map((sequences) => ({ ...model, sequences })),
    ...model.sequences.flatMap((sequence) =>
      Object.keys(sequence.options).map((name) => {
        const options = Object.fromEntries(Object.entries(sequence.options).filter(([key]) => key !== name));
        return { ...model, sequences: replaced(model.sequences, sequence, { ...sequence, options }) };
      }),
    ),
  ],
};
