import type { DescribedDifference } from "../../diff/describe.ts";
import type { Colors } from "../report.ts";

/** Differences as a list: `+` comes, `-` goes, `~` changes. */
export function sayDifferences(
  differences: readonly DescribedDifference[],
  between: string,
  colors: Colors,
): string {
  const count = differences.length === 1 ? "1 difference" : `${differences.length} differences`;
  return [`${count} ${between}:`, ...differences.flatMap((one) => lines(one, colors))].join("\n");
}

function lines({ action, object, changes }: DescribedDifference, colors: Colors): readonly string[] {
  const name = changes.length === 1 ? `${object}: ${changes[0]}` : object;
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
