import { basename } from "node:path";
import type { RenderContext } from "../config/hooks.ts";
import type { Project } from "../config/project.ts";
import type { RevisionSource } from "../emit/source.ts";
import { ConfigError } from "../errors.ts";
import type { Call } from "../objects/methods.ts";

/** A source with the texts and imports that `renderItem` gives for its calls; itself without the hook. */
export async function withRenderedItems(project: Project, source: RevisionSource): Promise<RevisionSource> {
  const hook = project.hooks.renderItem;
  if (hook === undefined) return source;
  const { revision, message } = source;
  const texts = new Map<Call, string>();
  const imports = new Set<string>();
  for (const direction of ["up", "down"] as const) {
    const context: RenderContext = { direction, revision, message, imports };
    for (const call of source[direction]) {
      const text = await hook(call, context);
      if (typeof text === "string") texts.set(call, text);
    }
  }
  const odd = [...imports].find((line) => typeof line !== "string" || !/^import\s*\S/.test(line));
  if (odd !== undefined) throw noImport(project, odd);
  return { ...source, texts, imports: [...imports].sort() };
}

/** The refusal of a file that is no TypeScript because of what a hook gave for it. */
export function unreadable(project: Project, problem: string): ConfigError {
  return refused(project, `gave text that is no TypeScript: ${problem}`);
}

function noImport(project: Project, line: unknown): ConfigError {
  return refused(project, `added ${JSON.stringify(line)}, which is no import declaration`);
}

function refused(project: Project, what: string): ConfigError {
  const file = basename(project.limbeckConfigFile ?? project.configFile);
  return new ConfigError("hook-answer", `The hook "renderItem" in ${file} ${what}.`, {
    hint: "It gives whole statements, and whole import declarations; docs/hooks.md has an example.",
    data: { hook: "renderItem", file: project.limbeckConfigFile },
  });
}
