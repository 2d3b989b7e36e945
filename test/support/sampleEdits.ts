/** One change that the last step of the sample made. */
interface Edit {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

const EDITS: readonly Edit[] = [
  // A column widened, and one that gave up a fixed length.
  {
    file: "customers.ts",
    before: `loyaltyPoints: integer("loyalty_points")`,
    after: `loyaltyPoints: bigint("loyalty_points", { mode: "number" })`,
  },
  {
    file: "customers.ts",
    before: `locale: char("locale", { length: 5 })`,
    after: `locale: varchar("locale", { length: 35 })`,
  },
  { file: "customers.ts", before: `  inet,\n  integer,\n`, after: `  inet,\n` },
  { file: "orders.ts", before: `{ length: 200 }`, after: `{ length: 500 }` },
  // A type under a check.
  { file: "catalog.ts", before: `weightKg: real(`, after: `weightKg: doublePrecision(` },
  { file: "catalog.ts", before: `  check,\n  index,\n`, after: `  check,\n  doublePrecision,\n  index,\n` },
  { file: "catalog.ts", before: `  primaryKey,\n  real,\n`, after: `  primaryKey,\n` },
  // A column that nobody filled in any more.
  {
    file: "customers.ts",
    before: `    fax: varchar("fax", { length: 30 }),\n    birthday: date(`,
    after: `    birthday: date(`,
  },
  // An index replaced by a stricter one.
  {
    file: "customers.ts",
    before: `uniqueIndex("customers_email_key").on(t.email)`,
    after: `uniqueIndex("customers_email_key").on(sql\`lower(\${t.email})\`)`,
  },
  // A label in the middle.
  {
    file: "orders.ts",
    before: `"shipped",\n  "cancelled"`,
    after: `"shipped",\n  "returned",\n  "cancelled"`,
  },
  // Numbers that give no turnover away.
  { file: "orders.ts", before: `increment: 1,`, after: `increment: 7,` },
  // A default, and what happens to shipments of a carrier that is gone.
  { file: "billing.ts", before: `CURRENT_DATE + 30`, after: `CURRENT_DATE + 14` },
  {
    file: "fulfilment.ts",
    before: `carriers.id, { onDelete: "restrict" }`,
    after: `carriers.id, { onDelete: "set default" }`,
  },
  // A table and its type that turned out to be of no use.
  {
    file: "catalog.ts",
    before: `export const badge = catalog.enum("badge", ["new", "bestseller", "last_chance"]);

export const productBadges = catalog.table("product_badges", {
  productId: uuid("product_id")
    .primaryKey()
    .references(() => products.id, { onDelete: "cascade" }),
  badge: badge("badge").notNull(),
});

export const productCategories`,
    after: `export const productCategories`,
  },
];

/** The texts of files as they were before the edits; a file that does not exist yet has none to undo. */
export function earlierTexts(texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const result = new Map(texts);
  for (const { file, before, after } of EDITS) {
    const text = result.get(file);
    if (text !== undefined) result.set(file, undo(file, text, before, after));
  }
  return result;
}

function undo(file: string, text: string, before: string, after: string): string {
  const parts = text.split(after);
  if (parts.length !== 2)
    throw new Error(`schema/${file} holds ${JSON.stringify(after)} ${parts.length - 1} times`);
  return parts.join(before);
}
