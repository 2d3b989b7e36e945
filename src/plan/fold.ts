import type { ObjectId } from "../catalog/name.ts";
import type { CatalogObject } from "../catalog/object.ts";
import { definitionOf, idOf } from "../objects/dispatch.ts";
import type { Operation } from "../operations/operation.ts";
import type { Step } from "./step.ts";

/**
 * Gathers operations into steps: what is created with its owner goes into the owner's step, and so does what is
 * dropped with it. `detached` names the objects that must stand alone, because two owners need each other.
 */
export function fold(operations: readonly Operation[], detached: ReadonlySet<ObjectId>): readonly Step[] {
  const steps = new Map<string, MutableStep>();
  const parts: Operation[] = [];
  const present = new Set(operations.map(keyOf));
  for (const operation of operations) {
    if (isPart(operation, present, detached)) parts.push(operation);
    else steps.set(keyOf(operation), { main: operation, inlined: [], followers: [] });
  }
  for (const part of parts) join(part, steps);
  return [...steps.values()];
}

interface MutableStep extends Step {
  readonly inlined: CatalogObject[];
  readonly followers: CatalogObject[];
}

function keyOf(operation: Operation): string {
  return `${operation.action} ${idOf(subject(operation))}`;
}

/** The object that an operation is about: the new one where there is one. */
export function subject(operation: Operation): CatalogObject {
  return operation.action === "drop" ? operation.from : operation.to;
}

/** Whether the object's owner is created, or dropped, in the same revision. */
function isPart(
  operation: Operation,
  present: ReadonlySet<string>,
  detached: ReadonlySet<ObjectId>,
): boolean {
  const object = subject(operation);
  const owner = definitionOf(object).owner(object);
  if (owner === null || operation.action === "alter" || detached.has(idOf(object))) return false;
  return present.has(`${operation.action} ${owner}`);
}

function join(operation: Operation, steps: ReadonlyMap<string, MutableStep>): void {
  const object = subject(operation);
  const definition = definitionOf(object);
  const step = steps.get(`${operation.action} ${definition.owner(object)}`);
  if (step === undefined) return;
  const follows = operation.action === "create" && definition.attachment === "separate";
  (follows ? step.followers : step.inlined).push(object);
}
