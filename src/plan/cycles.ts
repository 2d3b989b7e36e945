import type { ObjectId } from "../catalog/name.ts";
import type { CatalogObject } from "../catalog/object.ts";
import type { ChangeContext } from "../objects/definition.ts";
import { definitionOf, dependenciesOf, idOf } from "../objects/dispatch.ts";
import type { Prerequisites } from "./dependencies.ts";
import { madeBy, unmadeBy, type Step } from "./step.ts";

/**
 * The parts that must leave their owner's step because owners need each other: two tables with foreign keys to
 * one another are created first and joined afterwards, and parted before they are dropped. So are tables whose
 * policies read one another.
 */
export function partsOfCycles(before: Prerequisites, context: ChangeContext): readonly ObjectId[] {
  return components(before)
    .filter((steps) => steps.length > 1)
    .flatMap((steps) => steps.flatMap((step) => entangled(step, steps, context)));
}

function entangled(step: Step, cycle: readonly Step[], { from, to }: ChangeContext): readonly ObjectId[] {
  const catalog = step.main.action === "drop" ? from : to;
  const others = new Set(
    cycle.filter((other) => other !== step).flatMap((other) => objectsIn(other).map(idOf)),
  );
  return [...step.inlined, ...step.followers]
    .filter((part) => definitionOf(part).attachment !== "inline")
    .filter((part) => dependenciesOf(part, catalog).some((id) => others.has(id)))
    .map(idOf);
}

function objectsIn(step: Step): readonly CatalogObject[] {
  return [...madeBy(step), ...unmadeBy(step)];
}

/** Strongly connected components (Kosaraju, without recursion so that long chains of tables fit). */
function components(before: Prerequisites): readonly (readonly Step[])[] {
  const order = finishingOrder(before);
  const after = reversed(before);
  const seen = new Set<Step>();
  return order.toReversed().flatMap((root) => {
    const component = collect(root, after, seen);
    return component.length === 0 ? [] : [component];
  });
}

function finishingOrder(graph: Prerequisites): readonly Step[] {
  const done = new Set<Step>();
  const order: Step[] = [];
  for (const root of graph.keys()) {
    const stack: { readonly step: Step; readonly leave: boolean }[] = [{ step: root, leave: false }];
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      if (top.leave) order.push(top.step);
      else if (!done.has(top.step)) {
        done.add(top.step);
        stack.push({ step: top.step, leave: true });
        for (const next of graph.get(top.step) ?? []) stack.push({ step: next, leave: false });
      }
    }
  }
  return order;
}

function reversed(graph: Prerequisites): Prerequisites {
  const result = new Map<Step, Set<Step>>([...graph.keys()].map((step) => [step, new Set()]));
  for (const [step, others] of graph) for (const other of others) result.get(other)?.add(step);
  return result;
}

function collect(root: Step, graph: Prerequisites, seen: Set<Step>): readonly Step[] {
  const found: Step[] = [];
  const stack = [root];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    if (seen.has(step)) continue;
    seen.add(step);
    found.push(step);
    stack.push(...(graph.get(step) ?? []));
  }
  return found;
}
