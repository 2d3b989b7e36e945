/** A string literal of TypeScript, as a regular expression: without substitutions. */
export const LITERAL: string =
  String.raw`(?:"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'|` + "`(?:[^`\\\\$]|\\$(?!\\{)|\\\\[^])*`)";

const ESCAPE = /\\(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{2})|(\r\n|[^]))/gi;

const SHORT: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["b", "\b"],
  ["f", "\f"],
  ["v", "\v"],
  ["0", "\0"],
  // A line that goes on in the next one.
  ["\n", ""],
  ["\r\n", ""],
]);

/** The value of a string literal as `LITERAL` matches it; never throws, since authors write what they like. */
export function unquote(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(ESCAPE, (_, long?: string, four?: string, two?: string, one?: string) => {
      if (one !== undefined) return SHORT.get(one) ?? one;
      const code = Number.parseInt(long ?? four ?? two ?? "", 16);
      return code <= 0x10_ff_ff ? String.fromCodePoint(code) : "";
    });
}
