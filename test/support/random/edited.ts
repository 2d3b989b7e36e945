import fc from "fast-check";
import { drizzleSource } from "./drizzle.ts";
import type { Expectation } from "./kind.ts";
import { drawModel, KINDS, prune, smallerModels } from "./kinds.ts";
import { same, type RandomModel } from "./model.ts";
import { limited, type Limits } from "./pair.ts";
import { Patience } from "./patience.ts";
import { randomOf, type Random } from "./random.ts";
import { modelSql } from "./sql.ts";

/** A model, and the same after one attribute of one object has changed. */
export interface EditedModel {
  readonly seed: number;
  readonly model: RandomModel;
  readonly edited: RandomModel;
  readonly expected: Expectation;
}

/** Models with one change that a comparison must find, and nothing beside it. */
export function editedModels(limits: Limits): fc.Arbitrary<EditedModel> {
  return new EditedModels(limits);
}

class EditedModels extends fc.Arbitrary<EditedModel> {
  readonly #limits: Limits;
  readonly #patience = new Patience();

  constructor(limits: Limits) {
    super();
    this.#limits = limits;
  }

  override generate(source: fc.Random): fc.Value<EditedModel> {
    const random = randomOf(source);
    const seed = random.below(0x7fffffff);
    const model = limited(drawModel(random), this.#limits);
    return new fc.Value(printable({ seed, model, ...singleEdit(random, model, this.#limits) }), undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is EditedModel {
    return value !== undefined;
  }

  /** Leaves the same out of both, as long as the edit stays what it is. */
  override shrink({ seed, model, edited, expected }: EditedModel): fc.Stream<fc.Value<EditedModel>> {
    const [before, after] = [smallerModels(model), smallerModels(edited)];
    const pairs = before.flatMap((one) => {
      const other = after.find(
        (candidate) => sizeOf(candidate) - sizeOf(one) === sizeOf(edited) - sizeOf(model),
      );
      return other === undefined ? [] : [printable({ seed, model: one, edited: other, expected })];
    });
    return this.#patience.stream(pairs.values()).map((pair) => new fc.Value(pair, undefined));
  }
}

function sizeOf(model: RandomModel): number {
  return JSON.stringify(model).length;
}

/** An edit that changes one attribute and drags nothing along; a new schema is always possible. */
function singleEdit(
  random: Random,
  model: RandomModel,
  limits: Limits,
): { readonly edited: RandomModel; readonly expected: Expectation } {
  // First a kind, so that one with many edits is not drawn more often.
  const kinds = KINDS.filter(({ edits }) => edits.length > 0);
  for (let tries = 0; tries < 200; tries += 1) {
    const edit = random.pick(random.pick(kinds).edits)(random, model);
    if (edit?.expected === undefined) continue;
    const edited = limited(edit.model, limits);
    if (same(edited, prune(edit.model)) && same(edited, edit.model))
      return { edited, expected: edit.expected };
  }
  const name = "s_added";
  const expected = { action: "create", label: "schema", name } as const;
  return { edited: { ...model, schemas: [...model.schemas, name] }, expected };
}

function printable(value: EditedModel): EditedModel {
  const text = (): string =>
    [
      `\n-- the database\n${modelSql(value.model, value.seed).join(";\n")};`,
      `// the models\n${drizzleSource(value.model, value.seed)}`,
      `// the edited models: ${JSON.stringify(value.expected)}\n${drizzleSource(value.edited, value.seed)}`,
    ].join("\n");
  return Object.defineProperty({ ...value }, fc.toStringMethod, { value: text });
}
