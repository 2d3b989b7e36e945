import type { Flaw } from "./definition.ts";

/** Columns that every table has of itself; `oid` is free since PostgreSQL 12. */
const SYSTEM_COLUMNS = ["ctid", "xmin", "xmax", "cmin", "cmax", "tableoid"];

/** Why Postgres can never take a column of this name. */
export function columnFlaw({ name }: { readonly name: string }): Flaw | null {
  if (!SYSTEM_COLUMNS.includes(name)) return null;
  return {
    code: "system-column",
    problem: "every table has a system column of this name",
    hint: `Give it another name in the database: integer("${name}_") keeps the key.`,
  };
}

/** Why Postgres can never take a schema of this name. */
export function schemaFlaw({ name }: { readonly name: string }): Flaw | null {
  if (!name.startsWith("pg_") && name !== "information_schema") return null;
  return {
    code: "system-schema",
    problem: "the name is PostgreSQL's own, and nothing can be created in it",
    hint: "Use another schema, or leave this one out of scope with `schemaFilter`.",
  };
}

/** Why Postgres can never take these labels. */
export function labelsFlaw({ labels }: { readonly labels: readonly string[] }): Flaw | null {
  const twice = labels.find((label, i) => labels.indexOf(label) !== i);
  if (twice !== undefined) {
    const hint = "Name each label once.";
    return { code: "enum-label-twice", problem: `it has the label "${twice}" more than once`, hint };
  }
  if (!labels.some((label) => label.includes("\0"))) return null;
  return { code: "enum-label-invalid", problem: "a label holds the character NUL", hint: "Remove it." };
}

/** Why Postgres can never take a constraint over these columns. */
export function keyFlaw({ columns }: { readonly columns: readonly string[] }): Flaw | null {
  if (columns.length > 0) return null;
  return { code: "key-without-columns", problem: "it has no columns", hint: "Name at least one column." };
}

/** Why Postgres can never take this condition. */
export function conditionFlaw({ expression }: { readonly expression: string }): Flaw | null {
  if (expression.trim() !== "") return null;
  return {
    code: "check-empty",
    problem: "its condition is empty",
    hint: "Write the condition, or remove it.",
  };
}
