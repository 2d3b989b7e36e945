import type { Operations } from "limbeck/op";

/**
 * fulfilment and reviews
 *
 * Proven: up, down and up again on the embedded PostgreSQL 18.
 */
export const revision = "0004";
export const downRevision = "0003";

export async function up(op: Operations): Promise<void> {
  op.createEnum("parcel_size", ["letter", "small", "medium", "large", "pallet"]);
  op.createTable("carriers", {
    columns: [
      { name: "id", type: "smallint", notNull: true },
      { name: "name", type: "varchar(60)", notNull: true },
      { name: "promise", type: "interval day", notNull: true, default: "'3 days'" },
      { name: "sizes", type: "public.parcel_size[]", notNull: true, default: "'{small,medium}'" },
      { name: "is_active", type: "boolean", notNull: true, default: "true" },
    ],
    primaryKey: { name: "carriers_pkey", columns: ["id"] },
    uniques: [{ name: "carriers_name_unique", columns: ["name"] }],
  });
  op.createTable("reviews", {
    columns: [
      { name: "id", type: "bigint", notNull: true, identity: "always" },
      { name: "product_id", type: "uuid", notNull: true },
      { name: "customer_id", type: "bigint" },
      { name: "stars", type: "smallint", notNull: true },
      { name: "body", type: "text", notNull: true, default: "''" },
      { name: "is_published", type: "boolean", notNull: true, default: "false" },
      { name: "written_at", type: "timestamp with time zone", notNull: true, default: "now()" },
    ],
    primaryKey: { name: "reviews_pkey", columns: ["id"] },
    uniques: [{ name: "reviews_one_per_customer", columns: ["product_id", "customer_id"] }],
    checks: [{ name: "reviews_stars_in_range", expression: '"stars" BETWEEN 1 AND 5' }],
    foreignKeys: [
      {
        name: "reviews_customer_id_customers_id_fk",
        columns: ["customer_id"],
        references: { table: "customers", columns: ["id"] },
        onDelete: "set null",
      },
      {
        name: "reviews_product_id_products_id_fk",
        columns: ["product_id"],
        references: { table: { schema: "catalog", name: "products" }, columns: ["id"] },
        onDelete: "cascade",
      },
    ],
  });
  op.createIndex(
    "reviews_published_idx",
    "reviews",
    ["product_id", { column: "written_at", order: "desc", nulls: "last" }],
    { where: '"is_published"' },
  );
  op.createIndex(
    "reviews_words_idx",
    "reviews",
    [{ expression: `to_tsvector('english', "body")` }],
    { method: "gin" },
  );
  op.createTable("shipments", {
    columns: [
      { name: "id", type: "integer", notNull: true, identity: "always" },
      { name: "order_id", type: "uuid", notNull: true },
      { name: "warehouse_code", type: "char(4)", notNull: true },
      { name: "carrier_id", type: "smallint", notNull: true, default: "0" },
      { name: "size", type: "public.parcel_size", notNull: true },
      { name: "tracking_code", type: "text" },
      { name: "left_at", type: "timestamp with time zone" },
      { name: "arrived_at", type: "timestamp with time zone" },
    ],
    primaryKey: { name: "shipments_pkey", columns: ["id"] },
    uniques: [{ name: "shipments_tracking_unique", columns: ["carrier_id", "tracking_code"] }],
    checks: [{ name: "shipments_arrive_after_leaving", expression: '"arrived_at" >= "left_at"' }],
    foreignKeys: [
      {
        name: "shipments_carrier_id_carriers_id_fk",
        columns: ["carrier_id"],
        references: { table: "carriers", columns: ["id"] },
        onDelete: "restrict",
      },
      {
        name: "shipments_order_id_orders_id_fk",
        columns: ["order_id"],
        references: { table: "orders", columns: ["id"] },
        onDelete: "restrict",
      },
      {
        name: "shipments_warehouse_code_warehouses_code_fk",
        columns: ["warehouse_code"],
        references: { table: "warehouses", columns: ["code"] },
        onUpdate: "cascade",
      },
    ],
  });
  op.createIndex(
    "shipments_under_way_idx",
    "shipments",
    ["carrier_id", { column: "left_at", nulls: "first" }],
    { where: '"left_at" IS NOT NULL AND "arrived_at" IS NULL' },
  );
  op.createTable("shipment_lines", {
    columns: [
      { name: "shipment_id", type: "integer", notNull: true },
      { name: "order_id", type: "uuid", notNull: true },
      { name: "position", type: "smallint", notNull: true },
      { name: "quantity", type: "integer", notNull: true },
    ],
    primaryKey: {
      name: "shipment_lines_shipment_id_order_id_position_pk",
      columns: ["shipment_id", "order_id", "position"],
    },
    foreignKeys: [
      {
        name: "shipment_lines_order_line_fk",
        columns: ["order_id", "position"],
        references: { table: "order_lines", columns: ["order_id", "position"] },
        onDelete: "restrict",
        onUpdate: "cascade",
      },
      {
        name: "shipment_lines_shipment_id_shipments_id_fk",
        columns: ["shipment_id"],
        references: { table: "shipments", columns: ["id"] },
        onDelete: "cascade",
      },
    ],
  });
}

export async function down(op: Operations): Promise<void> {
  op.dropTable("shipment_lines"); // loses every row of shipment_lines
  op.dropTable("shipments"); // loses every row of shipments
  op.dropTable("reviews"); // loses every row of reviews
  op.dropTable("carriers"); // loses every row of carriers
  op.dropEnum("parcel_size");
}
