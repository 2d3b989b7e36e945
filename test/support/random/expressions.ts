import type { Random } from "./random.ts";
import type { RandomExpression, RandomTable, RandomType } from "./model.ts";
import { familyOf } from "./types.ts";

interface Template {
  readonly families: readonly string[];
  readonly spellings: readonly string[];
}

function template(families: string, ...spellings: readonly string[]): Template {
  return { families: families.split(","), spellings };
}

/** True of every value that rows and defaults hold. */
const CONDITIONS: readonly Template[] = [
  template("integer", "{0} > 0", "({0} > 0)", "(({0}) > 0)", "{0}>0"),
  template("integer", "{0} <> 77", "{0} != 77"),
  template("integer", "{0} BETWEEN 1 AND 30000", "{0} >= 1 AND {0} <= 30000"),
  // For integers other than `integer` itself, ARRAY is of another type than what IN becomes.
  template("integer", "{0} IN (1, 2, 3, 4, 5, 6, 10)", "({0} in (1, 2, 3, 4, 5, 6, 10))"),
  template("integer", "{0} NOT IN (77, 88)", "(({0}) not in (77, 88))"),
  template("decimal", "{0} > 0", "({0} > 0)"),
  template("decimal", "COALESCE({0}, 1) >= 0", "coalesce({0}, 1) >= 0"),
  template("text", "{0} <> ''", "{0} != ''", "{0} <> ''::text"),
  template("text", "{0} NOT IN ('zz', 'it''s not')", "{0} <> ALL (ARRAY['zz', 'it''s not'])"),
  template("text", "char_length({0}) < 100", "CHAR_LENGTH({0}) < 100"),
  template("text", "{0} LIKE '%'", "{0} ~~ '%'", "{0} LIKE '%'::text"),
  template("varchar", "length({0}) < 100", "length({0}::text) < 100"),
  template("citext", "{0} <> 'zz'", "{0} != 'zz'", "({0} <> 'zz'::citext)"),
  template("ltree", "nlevel({0}) < 9", "public.nlevel({0}) < 9"),
  template("boolean", "{0} OR NOT {0}", "({0} OR (NOT {0}))"),
  template("time", "{0} > '1999-01-01'", "({0} > '1999-01-01')"),
  template("date", "{0} > '1999-01-01'", "{0} > '1999-01-01'::date", "{0} > DATE '1999-01-01'"),
  template("jsonb", "jsonb_typeof({0}) = 'object'", "jsonb_typeof({0}) = 'object'::text"),
  template("uuid", "{0} IS NOT NULL OR {0} IS NULL", "({0} IS NOT NULL) OR ({0} IS NULL)"),
  template("integer,integer", "{0} + {1} > 0", "({0} + {1}) > 0"),
  template("integer,text", "{0} > 0 OR {1} IS NOT NULL", "({0} > 0) OR ({1} IS NOT NULL)"),
];

/** What a partial index may ask. */
const PREDICATES: readonly Template[] = [
  ...CONDITIONS,
  template("boolean", "{0}", "({0})"),
  template("boolean", "{0} IS TRUE", "({0} IS TRUE)"),
  template("integer", "{0} IS NOT NULL", "({0} IS NOT NULL)", "{0} is not null"),
  template(
    "text",
    "{0} IN ('x', 'it''s')",
    "{0} = ANY (ARRAY['x', 'it''s'])",
    "{0} = ANY ('{x,it''s}'::text[])",
  ),
  template("text", "{0} IS NULL", "({0} IS NULL)"),
  template("text", "{0} = 'it''s'", "{0} = 'it''s'::text"),
];

/** Different for different values, immutable, and of a type that btree orders. */
const KEYS: readonly Template[] = [
  template("text", "lower({0})", "(lower({0}))", "LOWER({0})"),
  template("varchar", "lower({0})", "lower({0}::text)"),
  template("text", "({0} || '-x')", "({0} || '-x'::text)"),
  template("integer", "({0} + 1)", "(({0}) + 1)"),
  template("decimal", "abs({0})", "ABS({0})"),
  template("jsonb", "({0} ->> 'n')", "(({0}) ->> 'n'::text)"),
  template("integer,integer", "({0} * 10 + {1})", "(({0} * 10) + {1})"),
];

/** As KEYS, with the type that the generated column has. */
const GENERATED: readonly (Template & { readonly type: RandomType })[] = [
  { ...template("integer", "{0} + 1", "({0} + 1)"), type: { name: "bigint", dimensions: 0 } },
  { ...template("integer", "{0} * 2", "({0} * 2)"), type: { name: "bigint", dimensions: 0 } },
  { ...template("text", "lower({0})", "LOWER({0})"), type: { name: "text", dimensions: 0 } },
  { ...template("text", "{0} || '-x'", "({0} || '-x'::text)"), type: { name: "text", dimensions: 0 } },
  { ...template("jsonb", "{0} ->> 'n'", "({0} ->> 'n'::text)"), type: { name: "text", dimensions: 0 } },
];

/** A check's condition over columns of the table; undefined where no template fits. */
export function condition(random: Random, table: RandomTable): RandomExpression | undefined {
  return fill(random, table, CONDITIONS)?.expression;
}

/** The predicate of a partial index. */
export function predicate(random: Random, table: RandomTable): RandomExpression | undefined {
  return fill(random, table, PREDICATES)?.expression;
}

/** The expression of an index key. */
export function keyExpression(random: Random, table: RandomTable): RandomExpression | undefined {
  return fill(random, table, KEYS)?.expression;
}

/** A generated column's expression and type. */
export function generatedExpression(
  random: Random,
  table: RandomTable,
): { readonly expression: RandomExpression; readonly type: RandomType } | undefined {
  const plain = { ...table, columns: table.columns.filter(({ generated }) => generated === null) };
  const filled = fill(random, plain, GENERATED);
  return filled === undefined ? undefined : { expression: filled.expression, type: filled.template.type };
}

function fill<T extends Template>(
  random: Random,
  table: RandomTable,
  templates: readonly T[],
): { readonly expression: RandomExpression; readonly template: T } | undefined {
  const families = table.columns.map(({ type }) => familyOf(type));
  const fitting = templates.filter((template) =>
    template.families.every((family) => families.includes(family)),
  );
  if (fitting.length === 0) return undefined;
  const template = random.pick(fitting);
  const columns = template.families.map(
    (family) => random.pick(table.columns.filter(({ type }) => familyOf(type) === family)).name,
  );
  return { expression: { columns, families: template.families, spellings: template.spellings }, template };
}

/** Whether the columns are there and of the families that the text needs. */
export function fits(expression: RandomExpression, table: RandomTable): boolean {
  return expression.columns.every((name, i) => {
    const column = table.columns.find((other) => other.name === name);
    return column !== undefined && familyOf(column.type) === expression.families[i];
  });
}

/** The text with its columns written in. */
export function withColumns(
  { columns }: RandomExpression,
  spelling: string,
  write: (column: string) => string,
): string {
  return spelling.replace(/\{(\d)\}/g, (_, place: string) => write(columns[Number(place)] ?? ""));
}
