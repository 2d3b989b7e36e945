/** Whether two plain values (scalars, arrays, objects) are equal in structure; a missing key equals `undefined`. */
export function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) return equalArrays(a, b);
  const same = (key: string): boolean => equal(field(a, key), field(b, key));
  return Object.keys(a).every(same) && Object.keys(b).every((key) => Object.hasOwn(a, key) || same(key));
}

function equalArrays(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  return a.every((item, i) => equal(item, b[i]));
}

/** Reads a field by name from a value whose keys are not known to the compiler. */
export function field(value: object, key: string): unknown {
  // Only the value's own fields count: a name such as `constructor` must not find what every object has.
  return Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}
