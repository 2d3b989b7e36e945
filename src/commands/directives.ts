import { basename } from "node:path";
import type { DirectivesContext, RevisionDirective } from "../config/hooks.ts";
import type { Project } from "../config/project.ts";
import { ConfigError } from "../errors.ts";
import { implementations } from "../objects/implementations.ts";
import type { Call } from "../objects/methods.ts";
import type { Plan } from "../plan/plan.ts";

/** What a new revision would say, before anybody else has a say. */
export interface Proposal extends Plan {
  readonly message: string;
  readonly revision: string;
}

/**
 * What a revision is to say once `processRevisionDirectives` has seen it; null where the hook took it back.
 * ConfigError where it leaves something that no revision file can say.
 */
export async function directed(
  project: Project,
  context: DirectivesContext,
  proposal: Proposal,
): Promise<Proposal | null> {
  const hook = project.hooks.processRevisionDirectives;
  if (hook === undefined) return proposal;
  const { message, revision, up, down } = proposal;
  const directives: RevisionDirective[] = [{ message, revision, up: [...up], down: [...down] }];
  await hook(context, directives);
  const [left, ...more] = directives;
  if (left === undefined) return null;
  const problem =
    more.length > 0 ? `${directives.length} directives, of which there can be one` : flawOf(left);
  if (problem !== null) throw unusable(project, problem);
  return left;
}

function flawOf({ message, revision, up, down }: RevisionDirective): string | null {
  if (typeof message !== "string") return "a message that is no string";
  if (typeof revision !== "string") return "a revision id that is no string";
  return flawOfCalls("up", up) ?? flawOfCalls("down", down);
}

function flawOfCalls(direction: string, calls: unknown): string | null {
  if (!Array.isArray(calls)) return `an "${direction}" that is no list of calls`;
  const odd: unknown = calls.find((call) => !isCall(call));
  return odd === undefined ? null : `a call in "${direction}" that op does not have: ${JSON.stringify(odd)}`;
}

function isCall(value: unknown): value is Call {
  if (typeof value !== "object" || value === null || !("method" in value) || !("args" in value)) return false;
  const { method, args } = value;
  return typeof method === "string" && Object.hasOwn(implementations, method) && Array.isArray(args);
}

function unusable(project: Project, problem: string): ConfigError {
  const file = basename(project.limbeckConfigFile ?? project.configFile);
  return new ConfigError("hook-answer", `The hook "processRevisionDirectives" in ${file} left ${problem}.`, {
    hint: "Change the directive that it is given, or empty the list; docs/hooks.md has an example.",
    data: { hook: "processRevisionDirectives", file: project.limbeckConfigFile },
  });
}
