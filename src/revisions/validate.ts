import { RevisionError } from "../errors.ts";
import type { Revision } from "./revision.ts";

type ById = ReadonlyMap<string, Revision>;
type Links = ReadonlyMap<string, readonly string[]>;

/** Revisions by id. Throws RevisionError where two files say the same id. */
export function indexRevisions(revisions: Iterable<Revision>): ById {
  const byId = new Map<string, Revision>();
  for (const revision of revisions) {
    const other = byId.get(revision.id);
    if (other !== undefined) throw duplicateId(other, revision);
    byId.set(revision.id, revision);
  }
  return byId;
}

/** Which revision carries which branch label. Throws RevisionError where a label is not the only thing of its name. */
export function labelIndex(byId: ById): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const revision of byId.values()) {
    for (const label of revision.branchLabels) {
      const other = byId.get(labels.get(label) ?? label);
      if (other !== undefined) throw duplicateLabel(label, revision, other);
      labels.set(label, revision.id);
    }
  }
  return labels;
}

/** Each revision's parents and the ids of its dependencies. Throws RevisionError where one does not exist. */
export function requirementsOf(byId: ById, labels: ReadonlyMap<string, string>): Links {
  const needs = [...byId.values()].map((revision): [string, readonly string[]] => {
    const parents = revision.downRevisions.map((id) => existing(byId, revision, id, "parent"));
    const dependencies = revision.dependsOn.map((name) => {
      return existing(byId, revision, labels.get(name) ?? name, "dependency");
    });
    return [revision.id, [...new Set([...parents, ...dependencies])]];
  });
  return new Map(needs);
}

function existing(byId: ById, revision: Revision, id: string, role: "parent" | "dependency"): string {
  if (id === revision.id) throw selfLoop(revision, role);
  if (byId.has(id)) return id;
  const field = role === "parent" ? "downRevision" : "dependsOn";
  throw new RevisionError(
    `revision-missing-${role}`,
    `Revision ${revision.id} (${revision.file}) names the ${role} ${id}, which no file in the folder has.`,
    {
      hint: `Bring the file of ${id} back, or correct \`${field}\` in ${revision.file}.`,
      data: { file: revision.file, id },
    },
  );
}

/** Throws RevisionError that names the revisions of a cycle: by parents alone, or with dependencies. */
export function checkCycles(byId: ById, requirements: Links): void {
  const parents: Links = new Map([...byId].map(([id, { downRevisions }]) => [id, downRevisions]));
  const byParents = cycleIn(parents);
  if (byParents !== null) throw cycle("revision-cycle", "parents", byParents, byId);
  const byDependencies = cycleIn(requirements);
  if (byDependencies !== null) throw cycle("revision-dependency-cycle", "dependencies", byDependencies, byId);
}

/** Takes away what nothing needs until only cycles and what they need are left, then follows one. */
function cycleIn(links: Links): readonly string[] | null {
  const left = new Map([...links].map(([id, needs]) => [id, new Set(needs)]));
  let settled = [...left].flatMap(([id, needs]) => (needs.size === 0 ? [id] : []));
  const dependents = new Map<string, string[]>();
  for (const [id, needs] of links)
    for (const need of needs) dependents.set(need, [...(dependents.get(need) ?? []), id]);
  while (settled.length > 0) {
    for (const id of settled) left.delete(id);
    settled = settled.flatMap((id) =>
      (dependents.get(id) ?? []).filter((next) => emptied(left.get(next), id)),
    );
  }
  const [start] = [...left.keys()].toSorted();
  return start === undefined ? null : follow(left, start);
}

function emptied(needs: Set<string> | undefined, id: string): boolean {
  return needs !== undefined && needs.delete(id) && needs.size === 0;
}

/** Everything in `left` needs something in `left`, so walking must come back to where it has been. */
function follow(left: ReadonlyMap<string, ReadonlySet<string>>, start: string): readonly string[] {
  const path: string[] = [];
  let id = start;
  while (!path.includes(id)) {
    path.push(id);
    id = [...(left.get(id) ?? [])].toSorted()[0] ?? start;
  }
  return path.slice(path.indexOf(id));
}

function duplicateId(first: Revision, second: Revision): RevisionError {
  return new RevisionError(
    "revision-duplicate-id",
    `Two files have the revision id ${first.id}: ${first.file} and ${second.file}.`,
    {
      hint: "Give one of them the next free id, in the file and in its name, and the other as `downRevision`.",
      data: { id: first.id, files: [first.file, second.file] },
    },
  );
}

function duplicateLabel(label: string, revision: Revision, other: Revision): RevisionError {
  return new RevisionError(
    "revision-duplicate-label",
    `The branch label ${label} of ${revision.file} is already taken by ${other.file}.`,
    { hint: "Give the branch another label.", data: { label, files: [other.file, revision.file] } },
  );
}

function selfLoop({ id, file }: Revision, role: "parent" | "dependency"): RevisionError {
  return new RevisionError("revision-self-loop", `Revision ${id} (${file}) is its own ${role}.`, {
    hint: `Correct \`${role === "parent" ? "downRevision" : "dependsOn"}\` in ${file}.`,
    data: { file, id },
  });
}

function cycle(code: string, by: string, ids: readonly string[], byId: ById): RevisionError {
  const files = ids.map((id) => byId.get(id)?.file ?? id);
  return new RevisionError(
    code,
    `Revisions ${ids.join(", ")} form a cycle by their ${by}: ${files.join(", ")}.`,
    {
      hint: `Correct \`${by === "parents" ? "downRevision" : "dependsOn"}\` in one of them.`,
      data: { ids, files },
    },
  );
}
