import type { Catalog } from "../catalog/catalog.ts";
import { InternalError } from "../errors.ts";
import type { ChangeContext } from "../objects/definition.ts";
import { definitionOf, describe, idOf, kindOrder } from "../objects/dispatch.ts";
import type { Prerequisites } from "./dependencies.ts";
import { subject } from "./fold.ts";
import type { Step } from "./step.ts";

/**
 * Sorts steps: in the order that reads best, except that a step's prerequisites are pulled in front of it.
 * The same steps give the same order, whatever order they came in.
 */
export function order(before: Prerequisites, context: ChangeContext): readonly Step[] {
  const sorted = sortSteps([...before.keys()], context);
  const place = new Map(sorted.map((step, i) => [step, i]));
  const state = new Map<Step, "open" | "done">();
  const result: Step[] = [];
  const visit = (step: Step): void => {
    if (state.get(step) === "done") return;
    if (state.get(step) === "open") throw cycle(step);
    state.set(step, "open");
    const first = [...(before.get(step) ?? [])].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
    first.forEach(visit);
    state.set(step, "done");
    result.push(step);
  };
  sorted.forEach(visit);
  return result;
}

function cycle(step: Step): InternalError {
  return new InternalError(
    `No order of operations exists: ${describe(subject(step.main))} depends on itself.`,
  );
}

/**
 * Drops of what hangs on tables, then what is new, then what changes, then what hangs on tables, then drops, and in the
 * end what only reads tables.
 */
function sortSteps(steps: readonly Step[], context: ChangeContext): readonly Step[] {
  const [from, to] = [places(context.from), places(context.to)];
  const key = (step: Step): readonly [number, number, number] => {
    const object = subject(step.main);
    const dropped = step.main.action === "drop";
    const kind = kindOrder(object.kind);
    const place = (dropped ? from : to).get(idOf(object)) ?? 0;
    return [rank(step), dropped ? -kind : kind, dropped ? -place : place];
  };
  const keys = new Map(steps.map((step) => [step, key(step)]));
  return steps.toSorted((a, b) => compareKeys(keys.get(a) ?? [], keys.get(b) ?? []));
}

function rank({ main }: Step): number {
  const { attachment } = definitionOf(subject(main));
  const dropped = main.action === "drop";
  if (attachment === "none") return dropped ? 5 : 1;
  // Last, since a query with a star reads whatever columns there are.
  if (attachment === "dependent") return dropped ? 0 : 6;
  if (attachment === "inline") return dropped ? 4 : 2;
  return dropped ? 0 : 3;
}

function places(catalog: Catalog): ReadonlyMap<string, number> {
  return new Map([...catalog.objects.keys()].map((id, i) => [id, i]));
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (const [i, value] of a.entries()) if (value !== b[i]) return value - (b[i] ?? 0);
  return 0;
}
