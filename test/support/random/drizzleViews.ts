import { columnsOf, escaped, quote, quotedName, sqlSource, within } from "./drizzleText.ts";
import type { ColumnSource, Context } from "./drizzleText.ts";
import { sameName, type Named, type RandomView } from "./model.ts";
import { spelled } from "./random.ts";

/** A view, of the query builder, or in SQL with its columns declared. */
export function viewSource(view: RandomView, place: number, context: Context): string {
  const { schema, name, materialized, options } = view;
  const callee = materialized
    ? within(context, schema, "pg.pgMaterializedView", "materializedView")
    : within(context, schema, "pg.pgView", "view");
  const isBuilt = spelled(context.seed, `${name} built`, [true, false]);
  const declared = view.columns.map((column) => `${quote(column)}: pg.text(${quote(column)})`).join(", ");
  const said = Object.keys(options).length === 0 ? "" : `.with(${quote(options)})`;
  const query = isBuilt ? builtSource(view, context) : writtenSource(view, context);
  return `export const v${place} = ${callee}(${quote(name)}${isBuilt ? "" : `, { ${declared} }`})${said}.as(${query});\n`;
}

function builtSource(view: RandomView, context: Context): string {
  const { variable, columns } = sourceOf(view, context);
  const fields = view.columns.map((name) => `${quote(name)}: ${columns(name)}`).join(", ");
  const where = view.where === null ? "" : `.where(${whereSource(view, context)})`;
  return `(qb) => qb.select({ ${fields} }).from(${variable})${where}`;
}

function writtenSource(view: RandomView, context: Context): string {
  const { schema, name } = view.source;
  const byName = spelled(context.seed, `${view.name} by name`, [true, false]);
  const from = byName
    ? escaped(`${quotedName(schema)}.${quotedName(name)}`)
    : `\${${sourceOf(view, context).variable}}`;
  const columns = view.columns.map((column) => escaped(quotedName(column))).join(", ");
  const where = view.where === null ? "" : ` where \${${whereSource(view, context)}}`;
  return `sql\`select ${columns} from ${from}${where}\``;
}

function whereSource(view: RandomView, context: Context): string {
  const { columns } = sourceOf(view, context);
  return view.where === null ? "" : sqlSource(view.where, `${view.name} where`, columns, context);
}

/** What the view reads, as the source calls it. A view's columns have the keys that it was declared with: their names. */
function sourceOf(
  { source }: RandomView,
  context: Context,
): { readonly variable: string; readonly columns: ColumnSource } {
  const { tables, views } = context.model;
  const place = (all: readonly Named[]): number => all.findIndex((other) => sameName(other, source));
  const view = `v${place(views)}`;
  if (place(views) >= 0) return { variable: view, columns: (name) => `${view}[${quote(name)}]` };
  const table = `t${place(tables)}`;
  return { variable: table, columns: columnsOf(table, source, context) };
}
