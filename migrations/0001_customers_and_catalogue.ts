import type { Operations } from "limbeck/op";

/**
 * customers and catalogue
 *
 * Proven: up, down and up again on the embedded PostgreSQL 18.
 */
export const revision = "0001";
export const downRevision = null;

export async function up(op: Operations): Promise<void> {
  op.createSchema("catalog");
  op.createEnum({ schema: "catalog", name: "badge" }, ["new", "bestseller", "last_chance"]);
  op.createEnum({ schema: "catalog", name: "product_state" }, ["draft", "listed", "retired"]);
  op.createEnum("contact_channel", ["email", "sms", "post"]);
  op.createSequence({ schema: "catalog", name: "internal_barcode" }, {
    minValue: 2000000000000,
    maxValue: 2999999999999,
    cache: 50,
  });
  op.createTable({ schema: "catalog", name: "brands" }, {
    columns: [
      { name: "id", type: "smallserial", notNull: true },
      { name: "name", type: "varchar(80)", notNull: true },
      { name: "website", type: "text" },
    ],
    primaryKey: { name: "brands_pkey", columns: ["id"] },
    uniques: [{ name: "brands_name_unique", columns: ["name"] }],
  });
  op.createTable({ schema: "catalog", name: "categories" }, {
    columns: [
      { name: "id", type: "smallint", notNull: true, identity: "always" },
      { name: "parent_id", type: "smallint" },
      { name: "slug", type: "varchar(60)", notNull: true },
      { name: "title", type: "text", notNull: true },
      { name: "position", type: "smallint", notNull: true, default: "0" },
    ],
    primaryKey: { name: "categories_pkey", columns: ["id"] },
    uniques: [{ name: "categories_slug_unique", columns: ["slug"] }],
    checks: [{ name: "categories_not_own_parent", expression: '"parent_id" <> "id"' }],
    foreignKeys: [
      {
        name: "categories_parent_id_categories_id_fk",
        columns: ["parent_id"],
        references: { table: { schema: "catalog", name: "categories" }, columns: ["id"] },
        onDelete: "restrict",
      },
    ],
  });
  op.createIndex(
    "categories_position_key",
    { schema: "catalog", name: "categories" },
    ["parent_id", "position"],
    { unique: true },
  );
  op.createTable({ schema: "catalog", name: "products" }, {
    columns: [
      { name: "id", type: "uuid", notNull: true, default: "gen_random_uuid()" },
      { name: "brand_id", type: "smallint" },
      { name: "state", type: "catalog.product_state", notNull: true, default: "'draft'" },
      { name: "title", type: "text", notNull: true },
      { name: "description", type: "text", notNull: true, default: "''" },
      { name: "attributes", type: "jsonb", notNull: true, default: "'{}'" },
      { name: "supplier_data", type: "json" },
      { name: "weight_kg", type: "real" },
      {
        name: "search",
        type: "tsvector",
        notNull: true,
        generated: `to_tsvector('english', "title" || ' ' || "description")`,
      },
      { name: "listed_at", type: "timestamp with time zone" },
      { name: "created_at", type: "timestamp with time zone", notNull: true, default: "now()" },
      { name: "updated_at", type: "timestamp with time zone", notNull: true, default: "now()" },
    ],
    primaryKey: { name: "products_pkey", columns: ["id"] },
    checks: [
      {
        name: "products_listed_has_date",
        expression: `"state" <> 'listed' OR "listed_at" IS NOT NULL`,
      },
      { name: "products_weight_positive", expression: '"weight_kg" > 0' },
    ],
    foreignKeys: [
      {
        name: "products_brand_id_brands_id_fk",
        columns: ["brand_id"],
        references: { table: { schema: "catalog", name: "brands" }, columns: ["id"] },
        onDelete: "set null",
        onUpdate: "cascade",
      },
    ],
  });
  op.createIndex(
    "products_attributes_idx",
    { schema: "catalog", name: "products" },
    [{ column: "attributes", opclass: "jsonb_path_ops" }],
    { method: "gin" },
  );
  op.createIndex(
    "products_listed_idx",
    { schema: "catalog", name: "products" },
    [{ column: "listed_at", order: "desc" }, "id"],
    { where: `"state" = 'listed'` },
  );
  op.createIndex("products_search_idx", { schema: "catalog", name: "products" }, ["search"], {
    method: "gin",
  });
  op.createIndex("products_title_prefix_idx", { schema: "catalog", name: "products" }, [
    { column: "title", opclass: "text_pattern_ops" },
  ]);
  op.createTable({ schema: "catalog", name: "product_badges" }, {
    columns: [
      { name: "product_id", type: "uuid", notNull: true },
      { name: "badge", type: "catalog.badge", notNull: true },
    ],
    primaryKey: { name: "product_badges_pkey", columns: ["product_id"] },
    foreignKeys: [
      {
        name: "product_badges_product_id_products_id_fk",
        columns: ["product_id"],
        references: { table: { schema: "catalog", name: "products" }, columns: ["id"] },
        onDelete: "cascade",
      },
    ],
  });
  op.createTable({ schema: "catalog", name: "product_categories" }, {
    columns: [
      { name: "product_id", type: "uuid", notNull: true },
      { name: "category_id", type: "smallint", notNull: true },
    ],
    primaryKey: {
      name: "product_categories_product_id_category_id_pk",
      columns: ["product_id", "category_id"],
    },
    foreignKeys: [
      {
        name: "product_categories_category_id_categories_id_fk",
        columns: ["category_id"],
        references: { table: { schema: "catalog", name: "categories" }, columns: ["id"] },
        onDelete: "cascade",
      },
      {
        name: "product_categories_product_id_products_id_fk",
        columns: ["product_id"],
        references: { table: { schema: "catalog", name: "products" }, columns: ["id"] },
        onDelete: "cascade",
      },
    ],
  });
  op.createIndex(
    "product_categories_category_id_index",
    { schema: "catalog", name: "product_categories" },
    ["category_id"],
  );
  op.createTable({ schema: "catalog", name: "variants" }, {
    columns: [
      { name: "id", type: "integer", notNull: true, identity: "byDefault" },
      { name: "product_id", type: "uuid", notNull: true },
      { name: "sku", type: "varchar(64)", notNull: true },
      {
        name: "barcode",
        type: "varchar(14)",
        notNull: true,
        default: "nextval('catalog.internal_barcode')::text",
      },
      { name: "options", type: "jsonb", notNull: true, default: `'{"size":null,"colour":null}'` },
      { name: "price", type: "numeric(12, 2)", notNull: true },
      { name: "tax_rate", type: "numeric(5, 4)", notNull: true, default: "'0.2000'" },
      { name: "is_default", type: "boolean", notNull: true, default: "false" },
      { name: "created_at", type: "timestamp with time zone", notNull: true, default: "now()" },
      { name: "updated_at", type: "timestamp with time zone", notNull: true, default: "now()" },
    ],
    primaryKey: { name: "variants_pkey", columns: ["id"] },
    uniques: [{ name: "variants_sku_unique", columns: ["sku"] }],
    checks: [
      { name: "variants_price_not_negative", expression: '"price" >= 0' },
      { name: "variants_tax_rate_is_share", expression: '"tax_rate" BETWEEN 0 AND 1' },
    ],
    foreignKeys: [
      {
        name: "variants_product_id_products_id_fk",
        columns: ["product_id"],
        references: { table: { schema: "catalog", name: "products" }, columns: ["id"] },
        onDelete: "cascade",
      },
    ],
  });
  op.createIndex("variants_barcode_key", { schema: "catalog", name: "variants" }, ["barcode"], {
    unique: true,
  });
  op.createIndex(
    "variants_one_default_key",
    { schema: "catalog", name: "variants" },
    ["product_id"],
    { unique: true, where: '"is_default"' },
  );
  op.createTable("addresses", {
    columns: [
      { name: "id", type: "bigint", notNull: true, identity: "byDefault" },
      { name: "customer_id", type: "bigint", notNull: true },
      { name: "label", type: "varchar(40)", notNull: true, default: "'home'" },
      { name: "lines", type: "text[]", notNull: true },
      { name: "postcode", type: "varchar(12)" },
      { name: "city", type: "text", notNull: true },
      { name: "country", type: "char(2)", notNull: true },
      { name: "is_business", type: "boolean", notNull: true, default: "false" },
      { name: "created_at", type: "timestamp with time zone", notNull: true, default: "now()" },
      { name: "updated_at", type: "timestamp with time zone", notNull: true, default: "now()" },
    ],
    primaryKey: { name: "addresses_pkey", columns: ["id"] },
    uniques: [{ name: "addresses_label_per_customer", columns: ["customer_id", "label"] }],
    checks: [{ name: "addresses_country_is_code", expression: `"country" ~ '^[A-Z]{2}$'` }],
  });
  op.createIndex("addresses_country_postcode_index", "addresses", ["country", "postcode"]);
  op.createTable("customers", {
    columns: [
      {
        name: "id",
        type: "bigint",
        notNull: true,
        identity: { generation: "always", startWith: 1000, cache: 20 },
      },
      { name: "public_id", type: "uuid", notNull: true, default: "gen_random_uuid()" },
      { name: "email", type: "varchar(320)", notNull: true },
      { name: "full_name", type: "text", notNull: true },
      { name: "locale", type: "char(5)", notNull: true, default: "'en-GB'" },
      { name: "fax", type: "varchar(30)" },
      { name: "birthday", type: "date" },
      { name: "loyalty_points", type: "integer", notNull: true, default: "0" },
      { name: "contact_by", type: "public.contact_channel[]", notNull: true, default: "'{email}'" },
      { name: "labels", type: "text[]", notNull: true, default: "'{}'" },
      {
        name: "preferences",
        type: "jsonb",
        notNull: true,
        default: `'{"theme":"system","newsletter":false}'`,
      },
      { name: "default_address_id", type: "bigint" },
      { name: "referred_by_id", type: "bigint" },
      { name: "blocked_at", type: "timestamp with time zone" },
      { name: "created_at", type: "timestamp with time zone", notNull: true, default: "now()" },
      { name: "updated_at", type: "timestamp with time zone", notNull: true, default: "now()" },
    ],
    primaryKey: { name: "customers_pkey", columns: ["id"] },
    uniques: [{ name: "customers_public_id_unique", columns: ["public_id"] }],
    checks: [
      { name: "customers_email_has_at", expression: `position('@' in "email") > 1` },
      { name: "customers_no_self_referral", expression: '"referred_by_id" <> "id"' },
      { name: "customers_points_not_negative", expression: '"loyalty_points" >= 0' },
    ],
    foreignKeys: [
      {
        name: "customers_referred_by_fk",
        columns: ["referred_by_id"],
        references: { table: "customers", columns: ["id"] },
        onDelete: "set null",
      },
    ],
  });
  op.createIndex(
    "customers_blocked_idx",
    "customers",
    [{ column: "blocked_at", order: "desc", nulls: "last" }],
    { where: '"blocked_at" IS NOT NULL' },
  );
  op.createIndex("customers_email_key", "customers", ["email"], { unique: true });
  op.createIndex("customers_labels_idx", "customers", ["labels"], { method: "gin" });
  op.createTable("sessions", {
    columns: [
      { name: "id", type: "uuid", notNull: true, default: "gen_random_uuid()" },
      { name: "customer_id", type: "bigint", notNull: true },
      { name: "token_hash", type: "bytea", notNull: true },
      { name: "address", type: "inet", notNull: true },
      { name: "user_agent", type: "text", notNull: true, default: "''" },
      { name: "started_at", type: "timestamp(3) with time zone", notNull: true, default: "now()" },
      {
        name: "expires_at",
        type: "timestamp(3) with time zone",
        notNull: true,
        default: "now() + interval '30 days'",
      },
    ],
    primaryKey: { name: "sessions_pkey", columns: ["id"] },
    checks: [{ name: "sessions_end_after_start", expression: '"expires_at" > "started_at"' }],
    foreignKeys: [
      {
        name: "sessions_customer_id_customers_id_fk",
        columns: ["customer_id"],
        references: { table: "customers", columns: ["id"] },
        onDelete: "cascade",
        onUpdate: "cascade",
      },
    ],
  });
  op.createIndex("sessions_expires_idx", "sessions", ["expires_at"]);
  op.createIndex("sessions_token_idx", "sessions", ["token_hash"], { method: "hash" });
  op.createForeignKey(
    "addresses_customer_id_customers_id_fk",
    "addresses",
    ["customer_id"],
    { table: "customers", columns: ["id"] },
    { onDelete: "cascade" },
  );
  op.createForeignKey(
    "customers_default_address_id_addresses_id_fk",
    "customers",
    ["default_address_id"],
    { table: "addresses", columns: ["id"] },
    { onDelete: "set null" },
  );
}

export async function down(op: Operations): Promise<void> {
  op.dropConstraint("customers_default_address_id_addresses_id_fk", "customers");
  op.dropConstraint("addresses_customer_id_customers_id_fk", "addresses");
  op.dropTable("sessions"); // loses every row of sessions
  op.dropTable("customers"); // loses every row of customers
  op.dropTable("addresses"); // loses every row of addresses
  op.dropTable({ schema: "catalog", name: "variants" }); // loses every row of catalog.variants
  // loses every row of catalog.product_categories
  op.dropTable({ schema: "catalog", name: "product_categories" });
  // loses every row of catalog.product_badges
  op.dropTable({ schema: "catalog", name: "product_badges" });
  op.dropTable({ schema: "catalog", name: "products" }); // loses every row of catalog.products
  op.dropTable({ schema: "catalog", name: "categories" }); // loses every row of catalog.categories
  op.dropTable({ schema: "catalog", name: "brands" }); // loses every row of catalog.brands
  // forgets how far catalog.internal_barcode has counted
  op.dropSequence({ schema: "catalog", name: "internal_barcode" });
  op.dropEnum("contact_channel");
  op.dropEnum({ schema: "catalog", name: "product_state" });
  op.dropEnum({ schema: "catalog", name: "badge" });
  op.dropSchema("catalog");
}
