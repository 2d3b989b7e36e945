import { basename } from "node:path";
import { ConfigError } from "../errors.ts";
import type { CheckedHooks, Hooks } from "./hooks.ts";
import { invalid, type Section } from "./values.ts";

interface Returns {
  readonly test: (value: unknown) => boolean;
  /** Continues "must return". */
  readonly wanted: string;
}

const INCLUDED: Returns = { test: (value) => typeof value === "boolean", wanted: "true or false" };
const VERDICT: Returns = {
  test: (value) => value === undefined || typeof value === "boolean",
  wanted: "true, false or undefined",
};

/** What each hook must give. A record, so that a hook that is forgotten here does not compile. */
const RETURNS: Readonly<Record<keyof Hooks, Returns>> = {
  includeName: INCLUDED,
  includeObject: INCLUDED,
  compareType: VERDICT,
  compareServerDefault: VERDICT,
  processRevisionDirectives: {
    test: (value) => value === undefined,
    wanted: "nothing: change the directives that it is given",
  },
  renderItem: {
    test: (value) => value === undefined || value === false || typeof value === "string",
    wanted: "a string, undefined or false",
  },
};

// Object.keys forgets the type of the keys.
const HOOK_NAMES = Object.keys(RETURNS) as readonly (keyof Hooks)[];

/** The hooks of a configuration file, each checked at every call: ConfigError where one throws or answers amiss. */
export function readHooks(section: Section): CheckedHooks {
  const said = HOOK_NAMES.flatMap((name) => {
    const hook = section.values[name];
    if (hook === undefined) return [];
    if (typeof hook !== "function") throw invalid(section.file, name, "a function");
    return [[name, checked(name, hook as AnyHook, section.file)] as const];
  });
  // Each name has its own function, whose answers are checked against the type.
  return Object.fromEntries(said) as CheckedHooks;
}

type AnyHook = (...args: readonly unknown[]) => unknown;

function checked(name: keyof Hooks, hook: AnyHook, file: string): (...args: unknown[]) => Promise<unknown> {
  const { test, wanted } = RETURNS[name];
  return async (...args) => {
    const answer = await called(name, file, () => hook(...args));
    if (test(answer)) return answer;
    throw new ConfigError(
      "hook-answer",
      `The hook "${name}" in ${basename(file)} returned ${shown(answer)}; it must return ${wanted}.`,
      { hint: "See docs/hooks.md for what each hook is asked and may answer.", data: { hook: name, file } },
    );
  };
}

async function called(name: keyof Hooks, file: string, call: () => unknown): Promise<unknown> {
  try {
    return await call();
  } catch (cause) {
    const message = cause instanceof Error ? `${cause.name}: ${cause.message}` : shown(cause);
    throw new ConfigError(
      "hook-failed",
      `The hook "${name}" in ${basename(file)} failed: ${message.replace(/\s*\n\s*/g, " ")}.`.replace(
        /([.!?])\.$/,
        "$1",
      ),
      { hint: "Run with --verbose for the stack.", cause, data: { hook: name, file } },
    );
  }
}

function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, 80));
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "a list" : "an object";
  return typeof value === "function" ? "a function" : String(value);
}
