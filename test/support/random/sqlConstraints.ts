import { withColumns } from "./expressions.ts";
import type { RandomForeignKey, RandomTable } from "./model.ts";
import { spelled } from "./random.ts";
import { name, qualified } from "./sqlNames.ts";

/** Where the constraints of a table are said. */
export interface ConstraintSql {
  readonly inTable: readonly string[];
  readonly after: readonly string[];
  readonly last: readonly string[];
}

/** The constraints of a table, in CREATE TABLE or after it, named or not. */
export function constraintSql(table: RandomTable, seed: number): ConstraintSql {
  const checks = table.checks.map(({ name: said, expression }) => {
    const id = `${table.name} ${said}`;
    const spelling = spelled(seed, `${id} ${expression.spellings[0]}`, expression.spellings);
    return `CONSTRAINT ${name(said, seed)} CHECK (${withColumns(expression, spelling, (column) => name(column, seed))})`;
  });
  const texts = [...keysSql(table, seed), ...checks];
  const isInTable = (text: string): boolean => spelled(seed, `${table.name} ${text} in table`, [true, false]);
  return {
    inTable: texts.filter(isInTable),
    after: texts.filter((text) => !isInTable(text)),
    last: table.foreignKeys.map((key, i) => foreignKeySql(key, table, i, seed)),
  };
}

function keysSql(table: RandomTable, seed: number): readonly string[] {
  const list = (columns: readonly string[]): string => columns.map((column) => name(column, seed)).join(", ");
  const { primaryKey, uniques } = table;
  return [
    ...(primaryKey === null
      ? []
      : [`${named(primaryKey.name, `pk of ${table.name}`, seed)}PRIMARY KEY (${list(primaryKey.columns)})`]),
    ...uniques.map(({ name: said, columns, nullsNotDistinct }, i) => {
      const distinct = nullsNotDistinct ? " NULLS NOT DISTINCT" : "";
      // Without a name Postgres would leave out what says the same as another key of the CREATE TABLE.
      const any = said ?? `any_unique_${i}_of_${table.name}`;
      return `${named(any, `unique ${i} of ${table.name}`, seed)}UNIQUE${distinct} (${list(columns)})`;
    }),
  ];
}

/** What the models leave unnamed has Postgres's name, or any other. */
function named(said: string | undefined, otherwise: string, seed: number): string {
  if (said !== undefined) return `CONSTRAINT ${name(said, seed)} `;
  return spelled(seed, `${otherwise} named`, ["", `CONSTRAINT ${name(otherwise, seed)} `]);
}

function foreignKeySql(key: RandomForeignKey, table: RandomTable, place: number, seed: number): string {
  const id = `foreign key ${place} of ${table.name}`;
  const list = (columns: readonly string[]): string => columns.map((column) => name(column, seed)).join(", ");
  const action = (what: string, said: string): string =>
    said === "no action" ? spelled(seed, `${id} ${what}`, ["", ` ${what} NO ACTION`]) : ` ${what} ${said}`;
  return [
    `${named(key.name, id, seed)}FOREIGN KEY (${list(key.columns)})`,
    ` REFERENCES ${qualified(key.target, seed)} (${list(key.target.columns)})`,
    spelled(seed, `${id} match`, ["", " MATCH SIMPLE"]),
    action("ON DELETE", key.onDelete),
    action("ON UPDATE", key.onUpdate),
    spelled(seed, `${id} deferrable`, ["", " NOT DEFERRABLE"]),
  ].join("");
}
