import { Option, type Command } from "commander";
import { onRun } from "../run.ts";
import { sayDifferences } from "../text/differences.ts";

const EXAMPLES = `
Examples:
  limbeck diff                                        what takes the database to the models
  limbeck diff --from migrations --to models          what the next revision would hold
  limbeck diff --from "$STAGING" --to "$PRODUCTION" --format sql   two databases; needs no project
  limbeck diff --format json                          for machines`;

interface DiffOptions {
  readonly from?: string;
  readonly to?: string;
  readonly format: "text" | "sql" | "json";
  readonly schema?: readonly string[];
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
    .description("print what takes one side to the other")
    .addHelpText("after", EXAMPLES);
  return onRun<DiffOptions>(command, async ({ options, report, base }) => {
    const { diffSides } = await import("../../commands/diff.ts");
    const result = await diffSides({ ...base, from: options.from, to: options.to, schemas: options.schema });
    if (report.voice.json || options.format === "json") report.raw(JSON.stringify(result, null, 2));
    else if (options.format === "sql") report.raw(result.sql.map((statement) => `${statement};\n`).join(""));
    else if (result.differences.length === 0) report.say(`${report.colors.green("✓")} No differences.`);
    else report.say(sayDifferences(result.differences, `from ${result.from} to ${result.to}`, report.colors));
  });
}
