import { changedOptions } from "../sequence/options.ts";
import type { ColumnChanges, IdentityOptions } from "./definitions.ts";
import { identityPart } from "./parts.ts";
import type { ColumnShape, IdentityShape } from "./shape.ts";

/** What `alterColumn` must say of the identity; nothing where both sides agree. */
export function identityChanges(from: ColumnShape, to: ColumnShape): ColumnChanges {
  if (from.identity === null && to.identity === null) return {};
  if (to.identity === null) return { identity: null };
  if (from.identity === null) return { identity: identityPart(to, to.identity) };
  const changed = changedIdentity(from.identity, to.identity);
  return Object.keys(changed).length === 0 ? {} : { alterIdentity: changed };
}

/** The sequence's name is not among them: Postgres renames it as a sequence. */
function changedIdentity(from: IdentityShape, to: IdentityShape): Partial<IdentityOptions> {
  const { ownedBy: _ownedBy, skipTo: _skipTo, type: _type, ...options } = changedOptions(from, to);
  return from.generation === to.generation ? options : { generation: to.generation, ...options };
}
