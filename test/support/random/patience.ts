import fc from "fast-check";

/** Making a failing case smaller takes as many databases as there are attempts, so it ends after this long. */
const LIMIT_MS = 180_000;

/** Streams that run dry a while after the first of them was asked for. */
export class Patience {
  #end: number | undefined;

  /** The values, as long as there is time. */
  stream<T>(values: IterableIterator<T>): fc.Stream<T> {
    this.#end ??= Date.now() + LIMIT_MS;
    const end = this.#end;
    return fc.stream(values).takeWhile(() => Date.now() < end);
  }
}
