import type { Command } from "commander";
import { addRunCommand } from "./runs.ts";

const EXAMPLES = `
Examples:
  limbeck upgrade head      apply everything
  limbeck upgrade +1        apply the next revision
  limbeck upgrade 0007      apply up to and including 0007`;

/** `limbeck upgrade` */
export function addUpgrade(program: Command): Command {
  return addRunCommand(program, {
    name: "upgrade",
    argument: "[revision]",
    argumentHelp: "head, heads, an id or a unique beginning of one, +N",
    otherwise: "head",
    description: "apply revisions, each in a transaction of its own",
    examples: EXAMPLES,
  });
}
