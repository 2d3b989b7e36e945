/** Tables per file; each file imports those before it. */
const PER_FILE = 50;
/** Tables per enum. */
const PER_ENUM = 10;

/**
 * Drizzle models of `count` tables, by file name: each table has 14 columns of eleven types, an identity key, two
 * foreign keys, three indexes (one partial, one on an expression), two uniques and a check.
 */
export function models(count: number): ReadonlyMap<string, string> {
  const files = new Map([["enums.ts", enums(Math.ceil(count / PER_ENUM))]]);
  for (let first = 0; first < count; first += PER_FILE) {
    files.set(fileOf(first), tables(first, Math.min(first + PER_FILE, count)));
  }
  return files;
}

function enums(count: number): string {
  const all = Array.from({ length: count }, (_, i) => enumOf(i));
  return `import { pgEnum } from "drizzle-orm/pg-core";\n\n${all.join("")}`;
}

function enumOf(i: number): string {
  return `export const status${i} = pgEnum("status_${i}", ["draft", "open", "held", "paid", "closed"]);\n`;
}

function fileOf(table: number): string {
  return `tables${Math.floor(table / PER_FILE)}.ts`;
}

const TYPES =
  "boolean, check, index, integer, jsonb, numeric, pgTable, text, timestamp, unique, uuid, varchar, type AnyPgColumn";

function tables(first: number, end: number): string {
  const body = Array.from({ length: end - first }, (_, i) => table(first + i, first));
  const others = new Set(Array.from({ length: end - first }, (_, i) => fileOf(parentOf(first + i))));
  others.add(fileOf(Math.max(first - 1, 0)));
  others.delete(fileOf(first));
  const imports = [...others].map((file) => `import * as ${file.slice(0, -3)} from "./${file}";\n`);
  return [
    `import { sql } from "drizzle-orm";\nimport { ${TYPES} } from "drizzle-orm/pg-core";\n`,
    `import * as enums from "./enums.ts";\n`,
    ...imports,
    ...body,
  ].join("");
}

/** The tables form a tree, ten children each. */
function parentOf(table: number): number {
  return Math.floor(table / 10);
}

function reference(table: number, first: number): string {
  const local = fileOf(table) === fileOf(first);
  return `(): AnyPgColumn => ${local ? "" : `${fileOf(table).slice(0, -3)}.`}table${table}.id`;
}

function table(i: number, first: number): string {
  const name = `table_${String(i).padStart(4, "0")}`;
  return `
export const table${i} = pgTable(
  "${name}",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    parentId: integer("parent_id").references(${reference(parentOf(i), first)}, { onDelete: "cascade" }),
    previousId: integer("previous_id").references(${reference(Math.max(i - 1, 0), first)}),
    name: varchar("name", { length: 120 }).notNull(),
    slug: text("slug").notNull().unique(),
    status: enums.status${Math.floor(i / PER_ENUM)}("status").notNull().default("draft"),
    amount: numeric("amount", { precision: 12, scale: 2 }).notNull().default("0"),
    quantity: integer("quantity").notNull().default(${i}),
    active: boolean("active").notNull().default(true),
    tags: text("tags").array().notNull().default([]),
    data: jsonb("data").default({ version: ${i} }),
    code: uuid("code").notNull().defaultRandom(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp("updated_at", { precision: 3 }),
  },
  (t) => [
    index("${name}_name_idx").on(t.name, t.createdAt.desc()),
    index("${name}_open_idx").on(t.status).where(sql\`\${t.active} AND \${t.quantity} > 0\`),
    index("${name}_slug_idx").on(sql\`lower(\${t.slug})\`),
    unique("${name}_name_code_key").on(t.name, t.code),
    check("${name}_quantity_check", sql\`\${t.quantity} >= 0 AND \${t.amount} < 1000000\`),
  ],
);
`;
}
