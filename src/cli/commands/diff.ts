import { Option, type Command } from "commander";
import type { CommandOptions } from "../../commands/workspace.ts";
import { UsageError } from "../../errors.ts";
import { jsonOf, type Report } from "../report.ts";
import { onRun } from "../run.ts";
import { sayDifferences } from "../text/differences.ts";
import { sayUnmanaged } from "../text/unmanaged.ts";

const EXAMPLES = `
Examples:
  limbeck diff                                        what takes the database to the models
  limbeck diff --from migrations --to models          what the next revision would hold
  limbeck diff --from "$STAGING" --to "$PRODUCTION" --format sql   two databases; needs no project
  limbeck diff --unmanaged                            functions, triggers, grants: what models cannot say
  limbeck diff --format json                          for machines`;

interface DiffOptions {
  readonly from?: string;
  readonly to?: string;
  readonly format: "text" | "sql" | "json";
  readonly schema?: readonly string[];
  readonly unmanaged?: boolean;
}

/** `limbeck diff` */
export function addDiff(program: Command): Command {
  const command = program
    .command("diff")
    .option(
      "--from <side>",
      "models, migrations, database, or a URL (default: the database, or migrations without one)",
    )
    .option("--to <side>", "models, migrations, database, or a URL (default: models)")
    .addOption(
      new Option("--format <format>", "how to print").choices(["text", "sql", "json"]).default("text"),
    )
    .option("--schema <name...>", "only these schemas")
    .option("--unmanaged", "list what the database has and models cannot say, instead of comparing")
    .description("print what takes one side to the other")
    .addHelpText("after", EXAMPLES);
  return onRun<DiffOptions>(command, async ({ options, report, base }) => {
    if (options.unmanaged === true) return listUnmanaged(options, report, base);
    const { diffSides } = await import("../../commands/diff.ts");
    const result = await diffSides({ ...base, from: options.from, to: options.to, schemas: options.schema });
    if (report.voice.json || options.format === "json") report.raw(jsonOf(result));
    else if (options.format === "sql") report.raw(result.sql.map((statement) => `${statement};\n`).join(""));
    else if (result.differences.length === 0) report.say(`${report.colors.green("✓")} No differences.`);
    else report.say(sayDifferences(result.differences, `from ${result.from} to ${result.to}`, report.colors));
  });
}

/** Lists what is not modelled, and compares nothing. */
async function listUnmanaged(options: DiffOptions, report: Report, base: CommandOptions): Promise<undefined> {
  if (options.from !== undefined || options.to !== undefined || options.format === "sql")
    throw new UsageError("unmanaged-compares-nothing", "--unmanaged lists objects and compares nothing.", {
      hint: "Leave --from, --to and --format sql out; --url names another database.",
    });
  const { unmanaged } = await import("../../commands/unmanaged.ts");
  const result = await unmanaged({ ...base, schemas: options.schema });
  if (report.voice.json || options.format === "json") report.raw(jsonOf(result));
  else report.say(sayUnmanaged(result, report.colors));
}
