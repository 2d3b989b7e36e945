import { condition, fits } from "../expressions.ts";
import { replaced, without, words, type Edit, type Edited, type RandomKind } from "../kind.ts";
import {
  bareTable,
  same,
  sameName,
  tableOf,
  type Named,
  type RandomModel,
  type RandomTable,
  type RandomView,
  type RandomViewOptions,
} from "../model.ts";
import { freshName } from "../names.ts";
import type { Random } from "../random.ts";
import { hasSchema, schemaFor } from "./schema.ts";

/** The table of a name, or a view as the table that it looks like. */
function relationOf(model: RandomModel, name: Named): RandomTable | undefined {
  const view = model.views.find((other) => sameName(other, name));
  if (view === undefined) return tableOf(model, name);
  const source = relationOf(model, view.source);
  return bareTable(view, source?.columns.filter((column) => view.columns.includes(column.name)) ?? []);
}

function add(random: Random, model: RandomModel): RandomModel {
  const relations = [...model.tables, ...model.views].map((named) => relationOf(model, named));
  const sources = relations.flatMap((one) => (one === undefined || one.columns.length === 0 ? [] : [one]));
  if (sources.length === 0) return model;
  const source = random.pick(sources);
  const materialized = random.chance(0.3);
  const view: RandomView = {
    schema: schemaFor(random, model),
    name: freshName(random, "v"),
    materialized,
    source: { schema: source.schema, name: source.name },
    columns: someColumns(random, source),
    where: random.chance(0.6) ? (condition(random, source) ?? null) : null,
    options: Object.assign({}, ...random.some(choices(materialized), 0, 2)) as RandomViewOptions,
  };
  return { ...model, views: [...model.views, view] };
}

function someColumns(random: Random, { columns }: RandomTable): readonly string[] {
  return random.some(columns, 1, columns.length).map(({ name }) => name);
}

function choices(materialized: boolean): readonly RandomViewOptions[] {
  if (materialized) return [{ fillfactor: 70 }, { fillfactor: 90 }];
  return [
    { securityBarrier: true },
    { securityInvoker: true },
    { checkOption: "local" },
    { checkOption: "cascaded" },
  ];
}

/** Only through views that can be written can a condition be checked. */
function isUpdatable(model: RandomModel, name: Named): boolean {
  const view = model.views.find((other) => sameName(other, name));
  return view === undefined || (!view.materialized && isUpdatable(model, view.source));
}

function pruned(view: RandomView, before: RandomModel): readonly RandomView[] {
  const source = relationOf(before, view.source);
  if (source === undefined || !hasSchema(before, view.schema)) return [];
  const columns = view.columns.filter((name) => source.columns.some((column) => column.name === name));
  const where = view.where !== null && fits(view.where, source) ? view.where : null;
  const { checkOption: _, ...unchecked } = view.options;
  const options = isUpdatable(before, view.source) ? view.options : unchecked;
  return columns.length === 0 ? [] : [{ ...view, columns, where, options }];
}

/** An edit of a random view; `attribute` is what differences call it. */
function onView(
  change: (
    random: Random,
    view: RandomView,
    model: RandomModel,
  ) => readonly [RandomView, string?] | undefined,
): Edit {
  return (random, model): Edited | undefined => {
    if (model.views.length === 0) return undefined;
    const view = random.pick(model.views);
    const [changed, attribute] = change(random, view, model) ?? [];
    if (changed === undefined || same(changed, view)) return undefined;
    const edited = { ...model, views: replaced(model.views, view, changed) };
    if (attribute === undefined) return { model: edited };
    const isRecreated = view.materialized && attribute === "query";
    const named = { label: labelOf(view), name: view.name, attribute };
    return { model: edited, expected: { action: isRecreated ? "recreate" : "alter", ...named } };
  };
}

function labelOf({ materialized }: RandomView): string {
  return materialized ? "materialized view" : "view";
}

/** Views and materialized views, of tables and of one another. */
export const viewKind: RandomKind = {
  draw: (random, model) =>
    Array.from({ length: random.below(3) }).reduce<RandomModel>((grown) => add(random, grown), model),
  prune: (model) => ({
    ...model,
    views: model.views.reduce<readonly RandomView[]>(
      (views, view) => [...views, ...pruned(view, { ...model, views })],
      [],
    ),
  }),
  edits: [
    (random, model) => {
      const added = add(random, model);
      const view = added.views.at(-1);
      if (added === model || view === undefined) return undefined;
      return { model: added, expected: { action: "create", label: labelOf(view), name: view.name } };
    },
    (random, model) => {
      if (model.views.length === 0) return undefined;
      const view = random.pick(model.views);
      const views = model.views.filter((other) => other !== view);
      return {
        model: { ...model, views },
        expected: { action: "drop", label: labelOf(view), name: view.name },
      };
    },
    onView((random, view, model) => {
      const source = relationOf(model, view.source);
      const where = source === undefined ? null : (condition(random, source) ?? null);
      return where?.spellings[0] === view.where?.spellings[0] ? undefined : [{ ...view, where }, "query"];
    }),
    onView((random, view, model) => {
      const source = relationOf(model, view.source);
      return source === undefined ? undefined : [{ ...view, columns: someColumns(random, source) }];
    }),
    onView((random, view) => {
      const option = random.pick(choices(view.materialized));
      const [name = ""] = Object.keys(option);
      const attribute = view.materialized ? "with" : words(name);
      return [{ ...view, options: { ...view.options, ...option } }, attribute];
    }),
    onView((random, view) => {
      const names = Object.keys(view.options);
      if (names.length === 0) return undefined;
      const name = random.pick(names);
      const rest = Object.entries(view.options).filter(([other]) => other !== name);
      const options = Object.fromEntries(rest) as RandomViewOptions;
      return [{ ...view, options }, view.materialized ? "with" : words(name)];
    }),
    onView((_random, view) => [{ ...view, materialized: !view.materialized, options: {} }]),
  ],
  smaller: (model) => [
    ...without(model.views).map((views) => ({ ...model, views })),
    ...model.views.flatMap((view) =>
      [
        { ...view, where: null },
        { ...view, options: {} },
        ...without(view.columns).map((columns) => ({ ...view, columns })),
      ]
        .filter((smaller) => !same(smaller, view))
        .map((smaller) => ({ ...model, views: replaced(model.views, view, smaller) })),
    ),
  ],
};
