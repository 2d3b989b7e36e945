import { sameName, type Named, type RandomDefault, type RandomModel, type RandomType } from "../model.ts";
import type { Random } from "../random.ts";
import { isSerial, specOf } from "../types.ts";

/** A default for a column of the type; null where the type has none to offer. */
export function defaultFor(random: Random, type: RandomType, model: RandomModel): RandomDefault | null {
  if (isSerial(type)) return null;
  const choices = [...defaultsOf(type, model), ...fromSequences(type, model)];
  return choices.length === 0 ? null : random.pick(choices);
}

function defaultsOf(type: RandomType, model: RandomModel): readonly RandomDefault[] {
  if (!("enum" in type)) return type.dimensions === 0 ? specOf(type.name).defaults : arrays(type.name);
  const labels = model.enums.find((other) => sameName(other, type.enum))?.labels ?? [];
  return labels.map((label) =>
    type.dimensions === 0 ? ofLabel(label, type.enum) : ofLabels([label], type.enum),
  );
}

function ofLabel(label: string, type: Named): RandomDefault {
  const text = `'${label.replaceAll("'", "''")}'`;
  return { drizzle: [JSON.stringify(label)], sql: [text, `${text}::${quoted(type)}`], label };
}

function ofLabels(labels: readonly string[], type: Named): RandomDefault {
  const items = labels.map((label) => `"${label.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`);
  const text = `'{${items.join(",").replaceAll("'", "''")}}'`;
  const sql = [text, `${text}::${quoted(type)}[]`];
  return { drizzle: [JSON.stringify(labels)], sql, ...(labels[0] === undefined ? {} : { label: labels[0] }) };
}

const ITEMS: Readonly<Record<string, readonly [drizzle: string, sql: string]>> = {
  integer: ["[1, 2]", "'{1,2}'"],
  bigint: ["[1, 2]", "'{1,2}'"],
  text: ['["a", "b,c", "it\'s", ""]', `'{a,"b,c",it''s,""}'`],
  varchar: ['["a b", "NULL"]', `'{"a b","NULL"}'`],
  boolean: ["[true, false]", "'{t,f}'"],
};

function arrays(name: string): readonly RandomDefault[] {
  const empty = { drizzle: ["[]", "sql`'{}'`", `sql.raw("'{}'")`], sql: ["'{}'", ...casts(name)] };
  const item = ITEMS[name];
  if (item === undefined) return [empty];
  return [empty, { drizzle: [item[0]], sql: [item[1], `${item[1]}::${name}[]`] }];
}

/** A cast to a type with a modifier would be printed with it, and a default without one never is. */
function casts(name: string): readonly string[] {
  return name.includes("(") || name.includes(" day") ? [] : [`'{}'::${name}[]`];
}

function fromSequences(type: RandomType, model: RandomModel): readonly RandomDefault[] {
  if (!("name" in type) || type.dimensions > 0 || !["integer", "bigint"].includes(type.name)) return [];
  return model.sequences.map(({ schema, name }) => {
    const text = `'${quoted({ schema, name }).replaceAll("'", "''")}'`;
    const sql = [`nextval(${text})`, `nextval(${text}::regclass)`, `pg_catalog.nextval(${text})`];
    return {
      drizzle: sql.map((said) => `sql.raw(${JSON.stringify(said)})`),
      sql,
      sequence: { schema, name },
    };
  });
}

function quoted({ schema, name }: Named): string {
  return [schema, name].map((part) => `"${part.replaceAll('"', '""')}"`).join(".");
}

/** Whether the default belongs to the type, and what it names is there. */
export function defaultStands(value: RandomDefault, type: RandomType, model: RandomModel): boolean {
  const { sequence } = value;
  if (sequence !== undefined && !model.sequences.some((other) => sameName(other, sequence))) return false;
  const possible = [...defaultsOf(type, model), ...fromSequences(type, model)];
  return possible.some(({ sql }) => sql.join() === value.sql.join());
}
