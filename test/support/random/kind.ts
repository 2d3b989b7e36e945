import type { RandomModel } from "./model.ts";
import type { Random } from "./random.ts";

/** What a comparison must say of an edit that changes one attribute of one object. */
export interface Expectation {
  readonly action: "create" | "drop" | "alter" | "recreate";
  /** The kind as differences name it: `foreign key`. */
  readonly label: string;
  /** The object's own name, if the models or the test choose it. */
  readonly name?: string;
  /** The attribute as differences name it: `not null`; nothing for what is created or dropped. */
  readonly attribute?: string;
}

/** A model after a change. */
export interface Edited {
  readonly model: RandomModel;
  /** Absent where more than one attribute of one object changes. */
  readonly expected?: Expectation;
}

/** A small random change; undefined where the model has nothing to change in this way. */
export type Edit = (random: Random, model: RandomModel) => Edited | undefined;

/** What random models know of one kind of object: how it is drawn, changed, made smaller and kept in order. */
export interface RandomKind {
  /** Adds some of the kind. */
  draw(random: Random, model: RandomModel): RandomModel;
  /** Leaves out, or corrects, what cannot stand in this model. */
  prune(model: RandomModel): RandomModel;
  readonly edits: readonly Edit[];
  /** The models that have one of the kind less, for shrinking. */
  smaller(model: RandomModel): readonly RandomModel[];
}

/** The list without each of its items in turn. */
export function without<T>(items: readonly T[]): readonly (readonly T[])[] {
  return items.map((_, i) => items.filter((_, j) => j !== i));
}

/** The list with another item in the place of one. */
export function replaced<T>(items: readonly T[], former: T, item: T): readonly T[] {
  return items.map((other) => (other === former ? item : other));
}

/** An attribute as differences name it. */
export function words(attribute: string): string {
  return attribute.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
