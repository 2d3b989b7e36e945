import { relative } from "node:path";
import type { DescribedDifference } from "../diff/describe.ts";
import { exportPlaces } from "../modules/exportPlaces.ts";
import type { Workspace } from "./workspace.ts";

/** Differences with the files and lines of their models, from the working directory. */
export async function located(
  { project, options }: Workspace,
  differences: readonly DescribedDifference[],
): Promise<readonly DescribedDifference[]> {
  if (!differences.some(({ source }) => source?.file !== undefined)) return differences;
  const find = await exportPlaces(project.schemaFiles, project);
  return differences.map((difference) => {
    const { file, export: name } = difference.source ?? {};
    if (file === undefined) return difference;
    // The members of a default export are declared with it.
    const place = name === undefined ? undefined : find(file, name.replace(/^default\..*$/s, "default"));
    const at = { file: relative(options.cwd, place?.file ?? file), line: place?.line, export: name };
    return { ...difference, source: at };
  });
}
