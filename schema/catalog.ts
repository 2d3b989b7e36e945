import { sql, type SQL } from "drizzle-orm";
import {
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  json,
  jsonb,
  numeric,
  pgSchema,
  primaryKey,
  smallint,
  smallserial,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
  varchar,
  type AnyPgColumn,
} from "drizzle-orm/pg-core";
import { timestamps, tsvector } from "./columns.ts";

/** What is for sale, as opposed to what has been sold. */
export const catalog = pgSchema("catalog");

export const productState = catalog.enum("product_state", ["draft", "listed", "retired"]);

/** Numbers for barcodes of our own, in the range that GS1 keeps for use inside a shop. */
export const internalBarcode = catalog.sequence("internal_barcode", {
  startWith: "2000000000000",
  minValue: "2000000000000",
  maxValue: "2999999999999",
  cache: 50,
});

export const brands = catalog.table("brands", {
  id: smallserial("id").primaryKey(),
  name: varchar("name", { length: 80 }).notNull().unique("brands_name_unique"),
  website: text("website"),
});

/** A tree; top-level categories have no parent. */
export const categories = catalog.table(
  "categories",
  {
    id: smallint("id").primaryKey().generatedAlwaysAsIdentity(),
    parentId: smallint("parent_id").references((): AnyPgColumn => categories.id, { onDelete: "restrict" }),
    slug: varchar("slug", { length: 60 }).notNull(),
    title: text("title").notNull(),
    position: smallint("position").notNull().default(0),
  },
  (t) => [
    unique("categories_slug_unique").on(t.slug),
    uniqueIndex("categories_position_key").on(t.parentId, t.position),
    check("categories_not_own_parent", sql`${t.parentId} <> ${t.id}`),
  ],
);

export const products = catalog.table(
  "products",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    brandId: smallint("brand_id").references(() => brands.id, { onDelete: "set null", onUpdate: "cascade" }),
    state: productState("state").notNull().default("draft"),
    title: text("title").notNull(),
    description: text("description").notNull().default(""),
    attributes: jsonb("attributes").notNull().default({}),
    /** The supplier's own record, kept to the letter. */
    supplierData: json("supplier_data"),
    weightKg: doublePrecision("weight_kg"),
    search: tsvector("search")
      .notNull()
      .generatedAlwaysAs(
        (): SQL => sql`to_tsvector('english', ${products.title} || ' ' || ${products.description})`,
      ),
    listedAt: timestamp("listed_at", { withTimezone: true }),
    ...timestamps,
  },
  (t) => [
    index("products_search_idx").using("gin", t.search),
    index("products_attributes_idx").using("gin", t.attributes.op("jsonb_path_ops")),
    index("products_listed_idx")
      .on(t.listedAt.desc().nullsFirst(), t.id.asc())
      .where(sql`${t.state} = 'listed'`),
    index("products_title_prefix_idx").on(t.title.op("text_pattern_ops")),
    check("products_weight_positive", sql`${t.weightKg} > 0`),
    check("products_listed_has_date", sql`${t.state} <> 'listed' OR ${t.listedAt} IS NOT NULL`),
  ],
);

export const productCategories = catalog.table(
  "product_categories",
  {
    productId: uuid("product_id")
      .notNull()
      .references(() => products.id, { onDelete: "cascade" }),
    categoryId: smallint("category_id")
      .notNull()
      .references(() => categories.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.productId, t.categoryId] }), index().on(t.categoryId)],
);

/** What is bought: a product in one size and colour. */
export const variants = catalog.table(
  "variants",
  {
    id: integer("id").primaryKey().generatedByDefaultAsIdentity({ startWith: 1, increment: 1, minValue: 1 }),
    productId: uuid("product_id")
      .notNull()
      .references(() => products.id, { onDelete: "cascade" }),
    sku: varchar("sku", { length: 64 }).notNull().unique(),
    barcode: varchar("barcode", { length: 14 })
      .notNull()
      .default(sql`nextval('catalog.internal_barcode')::text`),
    options: jsonb("options").notNull().default({ size: null, colour: null }),
    price: numeric("price", { precision: 12, scale: 2 }).notNull(),
    taxRate: numeric("tax_rate", { precision: 5, scale: 4 }).notNull().default("0.2000"),
    isDefault: boolean("is_default").notNull().default(false),
    ...timestamps,
  },
  (t) => [
    uniqueIndex("variants_barcode_key").on(t.barcode),
    uniqueIndex("variants_one_default_key")
      .on(t.productId)
      .where(sql`${t.isDefault}`),
    check("variants_price_not_negative", sql`${t.price} >= 0`),
    check("variants_tax_rate_is_share", sql`${t.taxRate} BETWEEN 0 AND 1`),
  ],
);
