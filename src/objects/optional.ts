/** A last argument that is left out when it says nothing. */
export function optional<T extends object>(options: T): [T] | [] {
  return Object.keys(options).length === 0 ? [] : [options];
}
