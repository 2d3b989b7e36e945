import pc from "picocolors";

/** How the user wants to be spoken to. */
export interface Voice {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly color: boolean;
}

/** Colour functions that do nothing where colour is off. */
export type Colors = ReturnType<typeof pc.createColors>;

/** What this process has warned of, by whichever report: Node's own warnings come through another. */
const warned: string[] = [];

/** The only place that prints. */
export class Report {
  readonly voice: Voice;
  readonly colors: Colors;

  constructor(voice: Voice) {
    this.voice = voice;
    this.colors = pc.createColors(voice.color);
  }

  /** The answer to the command, for people: standard output, nothing with `--json`. */
  say(text: string): void {
    if (!this.voice.json && text !== "") process.stdout.write(`${text}\n`);
  }

  /** What happens on the way: standard error, nothing with `--quiet` or `--json`. */
  progress(text: string): void {
    if (!this.voice.quiet && !this.voice.json) process.stderr.write(`${text}\n`);
  }

  /** A warning: standard error, whatever the voice. */
  warn(text: string): void {
    warned.push(text);
    process.stderr.write(`${this.colors.yellow("warning:")} ${text}\n`);
  }

  /** The answer for machines, with what was warned of: standard output, only with `--json`. */
  data(value: object): void {
    if (this.voice.json) this.raw(jsonOf(value));
  }

  /** Text that is the same for people and machines: SQL, sources. */
  raw(text: string): void {
    process.stdout.write(text.endsWith("\n") || text === "" ? text : `${text}\n`);
  }

  /** What went wrong, and what to do next. */
  failure(message: string, hint: string | undefined): void {
    process.stderr.write(`${this.colors.red("error:")} ${sentence(message)}\n`);
    if (hint !== undefined) process.stderr.write(`${this.colors.cyan("hint:")} ${sentence(hint)}\n`);
  }
}

/** The answer as JSON, with what was warned of on the way. */
export function jsonOf(value: object): string {
  const own: readonly unknown[] = "warnings" in value && Array.isArray(value.warnings) ? value.warnings : [];
  const warnings = [...new Set([...own, ...warned])];
  return JSON.stringify(warnings.length === 0 ? value : { ...value, warnings }, null, 2);
}

/** Ends a sentence with its full stop; what goes over several lines has an end of its own. */
function sentence(text: string): string {
  return /[.!?`)]$|\n/.test(text) ? text : `${text}.`;
}

/** Whether colours are wanted: on a terminal, unless NO_COLOR or --no-color says no. */
export function wantsColor(option: boolean, env: Readonly<Record<string, string | undefined>>): boolean {
  if (!option || (env["NO_COLOR"] ?? "") !== "") return false;
  return (env["FORCE_COLOR"] ?? "") !== "" || (process.stdout.isTTY && env["TERM"] !== "dumb");
}
