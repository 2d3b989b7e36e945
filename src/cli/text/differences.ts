import type { DescribedDifference } from "../../diff/describe.ts";
import type { Colors } from "../report.ts";

/** Differences as a list: `+` comes, `-` goes, `~` changes. */
export function sayDifferences(
  differences: readonly DescribedDifference[],
  between: string,
  colors: Colors,
): string {
  const count = differences.length === 1 ? "1 difference" : `${differences.length} differences`;
  const listed = differences.flatMap((one, i) => lines(one, differences[i - 1], colors));
  return [`${count} ${between}:`, ...listed].join("\n");
}

function lines(
  { action, object, changes, source }: DescribedDifference,
  previous: DescribedDifference | undefined,
  colors: Colors,
): readonly string[] {
  const [at, before] = [placeOf(source), placeOf(previous?.source)];
  // Said once where several differences in a row have the same place.
  const place = at === "" || at === before ? "" : colors.dim(`  ${at}`);
  const name = `${changes.length === 1 ? `${object}: ${changes[0]}` : object}${place}`;
  const details = changes.length > 1 ? changes.map((change) => `      ${change}`) : [];
  switch (action) {
    case "create":
      return [`  ${colors.green("+")} ${name}`];
    case "drop":
      return [`  ${colors.red("-")} ${name}`];
    case "alter":
    case "recreate":
      return [`  ${colors.yellow("~")} ${name}`, ...details];
  }
}

function placeOf(source: DescribedDifference["source"]): string {
  if (source?.file === undefined) return "";
  return source.line === undefined ? source.file : `${source.file}:${source.line}`;
}
