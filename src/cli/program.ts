import { Command } from "commander";
import { addCheck } from "./commands/check.ts";
import { addCurrent } from "./commands/current.ts";
import { addDiff } from "./commands/diff.ts";
import { addDowngrade } from "./commands/downgrade.ts";
import { addHeads } from "./commands/heads.ts";
import { addHistory } from "./commands/history.ts";
import { addInit } from "./commands/init.ts";
import { addRevision } from "./commands/revision.ts";
import { addShow } from "./commands/show.ts";
import { addStamp } from "./commands/stamp.ts";
import { addUpgrade } from "./commands/upgrade.ts";
import { addGlobalOptions } from "./globals.ts";
import { version } from "../commands/version.ts";

const EPILOGUE = `
Examples:
  limbeck init                                    set a project up
  limbeck revision --autogenerate -m "add orders" write a revision from the models
  limbeck upgrade head                            apply it
  limbeck downgrade -1                            undo the last one
  limbeck check                                   do models and database agree?

Exit codes: 0 done or nothing to do, 1 the answer is no, 2 usage, configuration or connection, 3 revision files,
4 database not in the expected state, 5 a migration failed, 70 a bug in Limbeck, 128+n on a signal.`;

/** The command line: commander with every command. */
export function buildProgram(): Command {
  const program = new Command("limbeck")
    .description("Alembic for Drizzle ORM and PostgreSQL: reviewed, reversible migrations.")
    .version(version, "-V, --version")
    .exitOverride()
    .showSuggestionAfterError()
    .configureHelp({ showGlobalOptions: true })
    // Whatever goes wrong is reported by main.ts.
    .configureOutput({ outputError: () => undefined, writeErr: () => undefined })
    .addHelpText("after", EPILOGUE);
  addGlobalOptions(program);
  for (const add of [
    addInit,
    addRevision,
    addCheck,
    addUpgrade,
    addDowngrade,
    addCurrent,
    addHistory,
    addHeads,
    addShow,
    addStamp,
    addDiff,
  ]) {
    add(program);
  }
  return program;
}
