import type { Command } from "commander";
import { addRunCommand } from "./runs.ts";

const EXAMPLES = `
Examples:
  limbeck downgrade -1      undo the last revision
  limbeck downgrade 0003    undo everything after 0003, which stays applied
  limbeck downgrade base    undo everything`;

/** `limbeck downgrade` */
export function addDowngrade(program: Command): Command {
  return addRunCommand(program, {
    name: "downgrade",
    argument: "<revision>",
    argumentHelp: "base, -N, or the id of the revision that stays applied",
    description: "undo revisions, each in a transaction of its own",
    examples: EXAMPLES,
  });
}
