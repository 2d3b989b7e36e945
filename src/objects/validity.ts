import type { AttributeRule } from "./definition.ts";

/** A constraint that may not hold for every row. */
interface Validity {
  readonly notValid: boolean;
}

/** VALIDATE CONSTRAINT makes a constraint valid; nothing but a new one is NOT VALID again. */
export function validityRule(from: Validity, to: Validity): AttributeRule {
  return from.notValid && !to.notValid ? "alter" : "recreate";
}
