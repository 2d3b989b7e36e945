import type { Operations } from "limbeck/op";

/**
 * stock and orders
 *
 * Proven: up, down and up again on the embedded PostgreSQL 18.
 */
export const revision = "0002";
export const downRevision = "0001";

export async function up(op: Operations): Promise<void> {
  op.createEnum("order_status", ["cart", "placed", "paid", "packed", "shipped", "cancelled"]);
  op.createSequence("order_number", { startWith: 100000 });
  op.createTable("warehouses", {
    columns: [
      { name: "code", type: "char(4)", notNull: true },
      { name: "name", type: "text", notNull: true },
      { name: "location", type: "point", notNull: true, default: "'(0,0)'::point" },
      { name: "network", type: "cidr", notNull: true, default: "'10.0.0.0/8'" },
      { name: "open_days", type: "bit(7)", notNull: true, default: "'1111100'" },
      { name: "cut_off", type: "time(0)", notNull: true, default: "'16:00:00'" },
    ],
    primaryKey: { name: "warehouses_pkey", columns: ["code"] },
  });
  op.createTable("aisles", {
    columns: [
      { name: "warehouse_code", type: "char(4)", notNull: true },
      { name: "number", type: "integer", notNull: true },
      { name: "path", type: "line" },
      { name: "temperature", type: "real" },
    ],
    primaryKey: { name: "aisles_pk", columns: ["warehouse_code", "number"] },
    foreignKeys: [
      {
        name: "aisles_warehouse_code_warehouses_code_fk",
        columns: ["warehouse_code"],
        references: { table: "warehouses", columns: ["code"] },
        onDelete: "cascade",
        onUpdate: "cascade",
      },
    ],
  });
  op.createTable("orders", {
    columns: [
      { name: "id", type: "uuid", notNull: true, default: "gen_random_uuid()" },
      {
        name: "number",
        type: "text",
        notNull: true,
        default: "'LB-' || nextval('public.order_number')",
      },
      { name: "customer_id", type: "bigint", notNull: true },
      { name: "status", type: "public.order_status", notNull: true, default: "'cart'" },
      { name: "history", type: "public.order_status[]", notNull: true, default: "'{cart}'" },
      { name: "currency", type: "char(3)", notNull: true, default: "'EUR'" },
      { name: "shipping_address_id", type: "bigint" },
      { name: "billing_address_id", type: "bigint" },
      { name: "note", type: "varchar(200)" },
      { name: "placed_at", type: "timestamp with time zone" },
      { name: "created_at", type: "timestamp with time zone", notNull: true, default: "now()" },
      { name: "updated_at", type: "timestamp with time zone", notNull: true, default: "now()" },
    ],
    primaryKey: { name: "orders_pkey", columns: ["id"] },
    uniques: [{ name: "orders_number_unique", columns: ["number"] }],
    checks: [
      {
        name: "orders_placed_has_date",
        expression: `"status" IN ('cart', 'cancelled') OR "placed_at" IS NOT NULL`,
      },
    ],
    foreignKeys: [
      {
        name: "orders_billing_address_fk",
        columns: ["billing_address_id"],
        references: { table: "addresses", columns: ["id"] },
        onDelete: "set null",
      },
      {
        name: "orders_customer_id_customers_id_fk",
        columns: ["customer_id"],
        references: { table: "customers", columns: ["id"] },
        onDelete: "restrict",
      },
      {
        name: "orders_shipping_address_fk",
        columns: ["shipping_address_id"],
        references: { table: "addresses", columns: ["id"] },
        onDelete: "set null",
      },
    ],
  });
  op.createIndex("orders_customer_idx", "orders", [
    "customer_id",
    { column: "placed_at", order: "desc", nulls: "last" },
  ]);
  op.createIndex("orders_open_idx", "orders", ["status", "placed_at"], {
    where: `"status" IN ('placed', 'paid', 'packed')`,
  });
  op.createTable("order_events", {
    columns: [
      { name: "id", type: "bigserial", notNull: true },
      { name: "order_id", type: "uuid", notNull: true },
      { name: "status", type: "public.order_status" },
      { name: "detail", type: "jsonb", notNull: true, default: "'{}'" },
      { name: "happened_at", type: "timestamp with time zone", notNull: true, default: "now()" },
    ],
    primaryKey: { name: "order_events_pkey", columns: ["id"] },
    foreignKeys: [
      {
        name: "order_events_order_id_orders_id_fk",
        columns: ["order_id"],
        references: { table: "orders", columns: ["id"] },
        onDelete: "cascade",
      },
    ],
  });
  op.createIndex("order_events_happened_idx", "order_events", ["happened_at"], {
    method: "brin",
    with: { pages_per_range: "32" },
  });
  op.createIndex("order_events_order_idx", "order_events", ["order_id"]);
  op.createTable("order_lines", {
    columns: [
      { name: "order_id", type: "uuid", notNull: true },
      { name: "position", type: "smallint", notNull: true },
      { name: "variant_id", type: "integer", notNull: true },
      { name: "quantity", type: "integer", notNull: true, default: "1" },
      { name: "unit_price", type: "numeric(12, 2)", notNull: true },
      { name: "total", type: "numeric(14, 2)", notNull: true, generated: '"quantity" * "unit_price"' },
    ],
    primaryKey: { name: "order_lines_pk", columns: ["order_id", "position"] },
    checks: [{ name: "order_lines_quantity_positive", expression: '"quantity" > 0' }],
    foreignKeys: [
      {
        name: "order_lines_order_id_orders_id_fk",
        columns: ["order_id"],
        references: { table: "orders", columns: ["id"] },
        onDelete: "cascade",
      },
      {
        name: "order_lines_variant_id_variants_id_fk",
        columns: ["variant_id"],
        references: { table: { schema: "catalog", name: "variants" }, columns: ["id"] },
      },
    ],
  });
  op.createIndex("order_lines_variant_id_index", "order_lines", ["variant_id"]);
  op.createTable("scanners", {
    columns: [
      { name: "id", type: "serial", notNull: true },
      { name: "warehouse_code", type: "char(4)", notNull: true, default: "'MAIN'" },
      { name: "hardware", type: "macaddr", notNull: true },
      { name: "radio", type: "macaddr8" },
      { name: "address", type: "inet" },
      { name: "seen_at", type: "timestamp" },
    ],
    primaryKey: { name: "scanners_pkey", columns: ["id"] },
    uniques: [{ name: "scanners_hardware_unique", columns: ["hardware"] }],
    foreignKeys: [
      {
        name: "scanners_warehouse_code_warehouses_code_fk",
        columns: ["warehouse_code"],
        references: { table: "warehouses", columns: ["code"] },
        onDelete: "set default",
        onUpdate: "cascade",
      },
    ],
  });
  op.createTable("stock_levels", {
    columns: [
      { name: "warehouse_code", type: "char(4)", notNull: true },
      { name: "variant_id", type: "integer", notNull: true },
      { name: "on_hand", type: "integer", notNull: true, default: "0" },
      { name: "reserved", type: "integer", notNull: true, default: "0" },
      { name: "available", type: "integer", generated: "on_hand - reserved" },
      { name: "shelf", type: "varchar(16)" },
    ],
    primaryKey: {
      name: "stock_levels_warehouse_code_variant_id_pk",
      columns: ["warehouse_code", "variant_id"],
    },
    checks: [
      { name: "stock_levels_reserved_in_stock", expression: '"reserved" BETWEEN 0 AND "on_hand"' },
    ],
    foreignKeys: [
      {
        name: "stock_levels_variant_id_variants_id_fk",
        columns: ["variant_id"],
        references: { table: { schema: "catalog", name: "variants" }, columns: ["id"] },
      },
      {
        name: "stock_levels_warehouse_code_warehouses_code_fk",
        columns: ["warehouse_code"],
        references: { table: "warehouses", columns: ["code"] },
        onDelete: "restrict",
        onUpdate: "cascade",
      },
    ],
  });
  op.createIndex("stock_levels_low_idx", "stock_levels", ["variant_id"], {
    with: { fillfactor: "70" },
    where: '"on_hand" < 5',
  });
  op.createTable("wishes", {
    columns: [
      { name: "customer_id", type: "bigint", notNull: true },
      { name: "product_id", type: "uuid", notNull: true },
      {
        name: "wished_at",
        type: "timestamp with time zone",
        notNull: true,
        default: "CURRENT_TIMESTAMP",
      },
    ],
    primaryKey: { name: "wishes_customer_id_product_id_pk", columns: ["customer_id", "product_id"] },
    foreignKeys: [
      {
        name: "wishes_customer_id_customers_id_fk",
        columns: ["customer_id"],
        references: { table: "customers", columns: ["id"] },
        onDelete: "cascade",
      },
      {
        name: "wishes_product_id_products_id_fk",
        columns: ["product_id"],
        references: { table: { schema: "catalog", name: "products" }, columns: ["id"] },
        onDelete: "cascade",
      },
    ],
  });
}

export async function down(op: Operations): Promise<void> {
  op.dropTable("wishes"); // loses every row of wishes
  op.dropTable("stock_levels"); // loses every row of stock_levels
  op.dropTable("scanners"); // loses every row of scanners
  op.dropTable("aisles"); // loses every row of aisles
  op.dropTable("warehouses"); // loses every row of warehouses
  op.dropTable("order_lines"); // loses every row of order_lines
  op.dropTable("order_events"); // loses every row of order_events
  op.dropTable("orders"); // loses every row of orders
  op.dropSequence("order_number"); // forgets how far order_number has counted
  op.dropEnum("order_status");
}
