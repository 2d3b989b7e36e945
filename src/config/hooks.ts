import type { CatalogObject, ObjectKind, ObjectOf } from "../catalog/object.ts";
import type { Call } from "../objects/methods.ts";

/** Where an object of the database lies. */
export interface NameParents {
  /** Absent for a schema itself. */
  readonly schema?: string;
  /** The table (or view), for what lies in one. */
  readonly table?: string;
}

/** One column on both sides. */
export interface ColumnComparison {
  readonly schema: string;
  readonly table: string;
  readonly column: string;
  /** All that is known of the column in the database. */
  readonly databaseColumn: ObjectOf<"column">;
  /** The same for the models. */
  readonly modelColumn: ObjectOf<"column">;
}

/** The type of one column on both sides. */
export interface TypeComparison extends ColumnComparison {
  /** As Postgres prints it; a serial column has the type `serial`, `bigserial` or `smallserial`. */
  readonly databaseType: string;
  /** As Drizzle prints it. */
  readonly modelType: string;
}

/** The default of one column on both sides, at least one of which has one. */
export interface ServerDefaultComparison extends ColumnComparison {
  /** As Postgres prints it; null for none. */
  readonly databaseDefault: string | null;
  /** SQL; null for none. */
  readonly modelDefault: string | null;
}

/** What `processRevisionDirectives` knows of the command. */
export interface DirectivesContext {
  readonly command: "revision" | "check";
  readonly autogenerate: boolean;
  /** The parent of the new revision; null for a first one. */
  readonly downRevision: string | null;
  /** What the models were compared with, for messages; null without autogenerate. */
  readonly against: string | null;
}

/** What a new revision will say; everything may be changed. */
export interface RevisionDirective {
  message: string;
  revision: string;
  /** The calls of `up`, in order, as data. */
  up: Call[];
  down: Call[];
}

/** What `renderItem` knows of the file, and its way to imports. */
export interface RenderContext {
  readonly direction: "up" | "down";
  readonly revision: string;
  readonly message: string;
  /** Whole import declarations that the file needs, such as `import { money } from "../src/money.ts";`. */
  readonly imports: Set<string>;
}

/** An answer now or later. */
export type Answer<T> = T | Promise<T>;

/**
 * Functions of `limbeck.config.ts` that take part in comparing and in writing revisions, as those of Alembic's
 * `env.py` do. All of them are optional and may be asynchronous. See docs/hooks.md.
 */
export interface Hooks {
  /** Asked for names of the database before anything else is known of them; false: the object is invisible. */
  readonly includeName?: (name: string, kind: ObjectKind, parents: NameParents) => Answer<boolean>;
  /**
   * Asked for every object: for one that the models have (`compareTo` is its counterpart in the database, if any), and
   * for one that only the database has (`reflected`). False: it takes no part, nor does what hangs on it.
   */
  readonly includeObject?: (
    object: CatalogObject,
    name: string,
    kind: ObjectKind,
    reflected: boolean,
    compareTo: CatalogObject | undefined,
  ) => Answer<boolean>;
  /** Whether a column's types differ; undefined leaves it to Limbeck. */
  readonly compareType?: (comparison: TypeComparison) => Answer<boolean | undefined>;
  /** Whether a column's defaults differ; undefined leaves it to Limbeck. */
  readonly compareServerDefault?: (comparison: ServerDefaultComparison) => Answer<boolean | undefined>;
  /** Sees and may change what a revision will say; an emptied list means no revision. */
  readonly processRevisionDirectives?: (
    context: DirectivesContext,
    directives: RevisionDirective[],
  ) => Answer<void>;
  /** TypeScript for one call of a revision file, instead of Limbeck's; undefined or false for that. */
  readonly renderItem?: (call: Call, context: RenderContext) => Answer<string | false | undefined>;
}

/** The hooks as Limbeck calls them: each promises what its type says, or throws ConfigError. */
export type CheckedHooks = {
  readonly [H in keyof Hooks]: (
    ...args: Parameters<NonNullable<Hooks[H]>>
  ) => Promise<Awaited<ReturnType<NonNullable<Hooks[H]>>>>;
};
