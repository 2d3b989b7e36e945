import { RevisionError, UsageError } from "../errors.ts";
import { basesOf, headsOf, lineageOf, revisionOf, type RevisionGraph } from "./graph.ts";
import { nearest } from "./nearest.ts";

/** An identifier taken apart: `label@symbol+offset`; each part may be missing. */
export interface Identifier {
  readonly text: string;
  readonly label: string | undefined;
  /** An id, a prefix, a label, `head`, `heads` or `base`; missing where the offset counts from the current revision. */
  readonly symbol: string | undefined;
  readonly offset: number | undefined;
}

const IDENTIFIER = /^(?:([^@+-]+)@)?([^@+-]+)?([+-]\d+)?$/;

/** Takes an identifier apart. Throws UsageError where it follows no form of the grammar. */
export function parseIdentifier(text: string): Identifier {
  const match = IDENTIFIER.exec(text);
  const [, label, symbol, offset] = match ?? [];
  if (match !== null && (symbol ?? offset) !== undefined) {
    return { text, label, symbol, offset: offset === undefined ? undefined : Number(offset) };
  }
  throw new UsageError("revision-identifier", `${JSON.stringify(text)} is not a revision identifier.`, {
    hint: "Use an id or the beginning of one, head, heads, base, +1, -1, id+1, or label@ before any of these.",
  });
}

/** Takes a range `a:b` apart; a side that is missing is undefined, and so is `from` where there is no colon. */
export function splitRange(text: string): {
  readonly from: string | undefined;
  readonly to: string | undefined;
} {
  const [first = "", second, ...more] = text.split(":");
  if (more.length > 0) {
    throw new UsageError("revision-identifier", `${JSON.stringify(text)} is not a range of revisions.`, {
      hint: "Write a range as from:to.",
    });
  }
  if (second === undefined) return { from: undefined, to: first };
  return { from: first || undefined, to: second || undefined };
}

/**
 * The revisions that an identifier without reference to a database means; none for `base`. Throws UsageError for the
 * unknown and the ambiguous, RevisionError for `head` where there are several.
 */
export function resolve(graph: RevisionGraph, text: string): readonly string[] {
  const { label, symbol, offset } = parseIdentifier(text);
  if (symbol === undefined) {
    throw new UsageError("revision-identifier", `${text} counts from a database's current revision.`, {
      hint: `Name the revision to count from, as in head${text}.`,
    });
  }
  if (offset === undefined) return resolveSymbol(graph, symbol, label);
  const start = single(graph, resolveSymbol(graph, symbol, offset < 0 ? label : undefined), text);
  const found =
    offset < 0 ? walkDown(graph, start, -offset, text) : walkUp(graph, start, offset, label, text);
  return found === null ? [] : [found];
}

/** The revisions that one symbol means, of the branch `label` where there is one. */
function resolveSymbol(graph: RevisionGraph, symbol: string, label?: string): readonly string[] {
  const lineage = label === undefined ? undefined : lineageOf(graph, resolveBranch(graph, label));
  if (symbol === "base") return [];
  if (symbol === "head" || symbol === "heads") {
    const heads = headsOf(graph).filter((id) => lineage === undefined || lineage.has(id));
    if (symbol === "head" && heads.length > 1) throw severalHeads(graph, heads);
    return heads;
  }
  const id = resolveId(graph, symbol, lineage);
  if (lineage === undefined || lineage.has(id)) return [id];
  throw new UsageError(
    "revision-not-in-branch",
    `Revision ${id} is not part of the branch ${String(label)}.`,
    {
      hint: `Name a revision of that branch, or leave ${String(label)}@ out.`,
    },
  );
}

/** The revision that carries a label; an id stands for its branch too. */
export function resolveBranch(graph: RevisionGraph, label: string): string {
  return graph.labels.get(label) ?? resolveId(graph, label);
}

function resolveId(graph: RevisionGraph, text: string, among?: ReadonlySet<string>): string {
  if (graph.revisions.has(text)) return text;
  const labelled = graph.labels.get(text);
  if (labelled !== undefined) return labelled;
  const ids = [...graph.revisions.keys()].filter((id) => among === undefined || among.has(id));
  const found = ids.filter((id) => id.startsWith(text) || isSameNumber(id, text));
  const [first, second] = found;
  if (first === undefined) throw unknownRevision(graph, text);
  if (second !== undefined) throw ambiguousPrefix(text, found);
  return first;
}

/** `7` means `0007`. */
function isSameNumber(id: string, text: string): boolean {
  return /^\d+$/.test(text) && /^\d+$/.test(id) && BigInt(id) === BigInt(text);
}

function single(graph: RevisionGraph, ids: readonly string[], text: string): string | null {
  if (ids.length <= 1) return ids[0] ?? null;
  throw ambiguousWalk(graph, text, ids);
}

/** `steps` children above `start` (null: the base), within the branch `label`. */
export function walkUp(
  graph: RevisionGraph,
  start: string | null,
  steps: number,
  label: string | undefined,
  text: string,
): string | null {
  const lineage = label === undefined ? undefined : lineageOf(graph, resolveBranch(graph, label));
  let at = start;
  for (let done = 0; done < steps; done += 1) {
    const above = at === null ? basesOf(graph) : (graph.children.get(at) ?? []);
    const next = single(
      graph,
      above.filter((id) => lineage === undefined || lineage.has(id)),
      text,
    );
    if (next === null) throw overrun(text, done, at, "after");
    at = next;
  }
  return at;
}

/** `steps` parents below `start`; null is the base. */
function walkDown(graph: RevisionGraph, start: string | null, steps: number, text: string): string | null {
  let at = start;
  for (let done = 0; done < steps; done += 1) {
    if (at === null) throw overrun(text, done, start, "before");
    at = single(graph, revisionOf(graph, at).downRevisions, text);
  }
  return at;
}

function named(graph: RevisionGraph, ids: readonly string[]): string {
  return ids.map((id) => `${id} (${revisionOf(graph, id).message})`).join(", ");
}

function severalHeads(graph: RevisionGraph, heads: readonly string[]): RevisionError {
  return new RevisionError("multiple-heads", `There are ${heads.length} heads: ${named(graph, heads)}.`, {
    hint: `Join them with \`limbeck merge ${heads.join(" ")}\`, or name one (an id, or label@head); \`heads\` means all.`,
    data: { heads },
  });
}

function unknownRevision(graph: RevisionGraph, text: string): UsageError {
  const near = nearest(text, [...graph.revisions.keys(), ...graph.labels.keys()]);
  const hint =
    near.length === 0 ? "`limbeck history` lists the revisions." : `Did you mean ${near.join(" or ")}?`;
  return new UsageError("unknown-revision", `There is no revision or branch ${text}.`, {
    hint,
    data: { nearest: near },
  });
}

function ambiguousPrefix(text: string, found: readonly string[]): UsageError {
  const shown = found.slice(0, 5).join(", ") + (found.length > 5 ? `, and ${found.length - 5} more` : "");
  return new UsageError("ambiguous-revision", `${text} can mean ${found.length} revisions: ${shown}.`, {
    hint: "Write more of the id.",
    data: { candidates: found },
  });
}

/** An offset that leads to more than one revision. */
export function ambiguousWalk(graph: RevisionGraph, text: string, ids: readonly string[]): UsageError {
  return new UsageError(
    "ambiguous-revision",
    `${text} is ambiguous: the way divides at ${named(graph, ids)}.`,
    {
      hint: "Name the revision itself, or a branch as in label@+1.",
      data: { candidates: ids },
    },
  );
}

/** An offset that leads beyond the first or the last revision. */
export function overrun(
  text: string,
  count: number,
  from: string | null,
  side: "before" | "after",
): UsageError {
  const place = from === null ? "the base" : from;
  const there = count === 0 ? "no revision" : count === 1 ? "only 1 revision" : `only ${count} revisions`;
  const counted = side === "before" ? `to undo from ${place}` : `left up to ${place}`;
  const where = count === 0 && side === "after" ? `after ${place}` : counted;
  return new UsageError(
    "revision-overrun",
    `${text} goes too far: there ${count === 1 || count === 0 ? "is" : "are"} ${there} ${where}.`,
    {
      hint: `Use ${side === "before" ? "base to undo all of them" : "head to apply all of them"}.`,
      data: { available: count },
    },
  );
}
