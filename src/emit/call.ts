import { statementsOf } from "../objects/implementations.ts";
import type { Call } from "../objects/methods.ts";
import { LINE_WIDTH, literal, multilineLiteral } from "./literal.ts";

/** The lines of one call of `op`, or of the statements that stand for it, its hazards beside it. */
export function callLines(call: Call, indent: number, text?: string): readonly string[] {
  const statements = statementsOf(call);
  const hazards = statements.flatMap((statement) => statement.hazards ?? []);
  // The lines of an autocommit block are indented once more, which the lines of a text must not be.
  const multiline = !statements.some(({ autocommit }) => autocommit === true);
  const comment = hazards.map((hazard) => oneLine(hazard.message)).join("; ");
  const code = text?.trimEnd() ?? `op.${call.method}(${argumentList(call, indent, multiline)});`;
  if (comment === "") return code.split("\n");
  const beside = `${code} // ${comment}`;
  if (!code.includes("\n") && beside.length + indent <= LINE_WIDTH) return [beside];
  return [`// ${comment}`, ...code.split("\n")];
}

/** Names can hold line breaks, which would end the comment. */
function oneLine(text: string): string {
  return text.replace(/[\r\n\u2028\u2029]+/g, " ");
}

/** All arguments on one line, or the last one broken where the others fit, or each on its own line. */
function argumentList({ method, args }: Call, indent: number, multiline: boolean): string {
  const values: readonly unknown[] = args;
  const isText = (value: unknown): value is string =>
    multiline && typeof value === "string" && value.includes("\n");
  if (values.some(isText)) {
    const lines = values.map((value) => (isText(value) ? multilineLiteral(value) : literal(value, 2)));
    return `\n${lines.map((line) => `  ${line},\n`).join("")}`;
  }
  const head = `op.${method}(`.length;
  const room = LINE_WIDTH - indent - head - 2;
  const texts = values.map((value) => literal(value, 0, LINE_WIDTH));
  const flat = texts.join(", ");
  if (!flat.includes("\n") && flat.length <= room) return flat;
  const leading = texts.slice(0, -1).join(", ");
  const last = values.at(-1);
  const breakable = typeof last === "object" && last !== null;
  if (breakable && !leading.includes("\n") && leading.length + 4 <= room) {
    return `${leading}${leading === "" ? "" : ", "}${literal(last, 0, 0)}`;
  }
  const broken = values.map((value) => `  ${literal(value, 2)},\n`);
  return `\n${broken.join("")}`;
}
