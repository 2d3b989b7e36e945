import type { UnmanagedResult } from "../../commands/unmanaged.ts";
import type { Colors } from "../report.ts";

/** What `limbeck diff --unmanaged` says: the objects of each kind under its name. */
export function sayUnmanaged({ database, unmanaged }: UnmanagedResult, colors: Colors): string {
  if (unmanaged.length === 0) return `${database} holds nothing that models cannot say.`;
  const count = unmanaged.length === 1 ? "1 object" : `${unmanaged.length} objects`;
  const kinds = [...new Set(unmanaged.map(({ kind }) => kind))];
  const groups = kinds.flatMap((kind) => [
    `  ${colors.bold(kind)}`,
    ...unmanaged
      .filter((object) => object.kind === kind)
      .map(({ name, on }) => `    ${name}${on === null ? "" : colors.dim(` on ${on}`)}`),
  ]);
  return [`${count} of ${database} that models cannot say and Limbeck leaves as they are:`, ...groups].join(
    "\n",
  );
}
