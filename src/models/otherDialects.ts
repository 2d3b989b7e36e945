import type { ObjectSource } from "../catalog/catalog.ts";
import { modelError } from "../objects/drizzle.ts";

const ENTITY_KIND = Symbol.for("drizzle:entityKind");
const COCKROACH_ENUM = Symbol.for("drizzle:isCockroachEnum");

/** What Drizzle's classes of the other dialects begin with. */
const DIALECT = /^(MySql|MsSql|SQLite|SingleStore|Cockroach|Gel)/;

/** The sorts of them that are models; a connection or a session in the same file is none. */
const MODEL = /(Table|View|ViewBase|Schema|Sequence|Role|Policy|Column|ColumnBuilder|Builder|BuilderOn)$/;

/** What Drizzle calls the class of a value, and the classes above it. */
export function entityKinds(value: unknown): readonly string[] {
  const found: string[] = [];
  let prototype: unknown = typeof value === "object" && value !== null ? Object.getPrototypeOf(value) : null;
  while (typeof prototype === "object" && prototype !== null) {
    const { constructor } = prototype as { readonly constructor?: { readonly [ENTITY_KIND]?: string } };
    const kind = constructor?.[ENTITY_KIND];
    if (kind !== undefined) found.push(kind);
    prototype = Object.getPrototypeOf(prototype);
  }
  return found;
}

/** ModelError where an export is a model of another database: Drizzle's tools for Postgres would pass over it. */
export function assertPostgres(value: unknown, source: ObjectSource): void {
  const kind = otherKind(value);
  if (kind === undefined) return;
  const place = { subject: `export "${source.export ?? "?"}"`, source: { file: source.file } };
  const hint =
    "Import it from drizzle-orm/pg-core, or keep models of other databases out of the schema files.";
  throw modelError("other-dialect", place, `it is no model of Postgres, but a ${kind} of Drizzle`, hint);
}

function otherKind(value: unknown): string | undefined {
  if (typeof value === "function" && COCKROACH_ENUM in value) return "CockroachEnum";
  return entityKinds(value).find((kind) => DIALECT.test(kind) && MODEL.test(kind));
}
