import type { Operations } from "limbeck/op";

/**
 * lessons of the first year
 *
 * Proven: up, down and up again on the embedded PostgreSQL 18.
 */
export const revision = "0005";
export const downRevision = "0004";

export async function up(op: Operations): Promise<void> {
  op.dropConstraint("shipments_carrier_id_carriers_id_fk", "shipments");
  op.dropIndex("customers_email_key");
  op.dropConstraint("customers_points_not_negative", "customers");
  op.dropConstraint("products_weight_positive", { schema: "catalog", name: "products" });
  op.autocommit((op) => {
    op.addEnumValue("order_status", "returned", { after: "shipped" });
  });
  op.alterSequence("order_number", { incrementBy: 7 });
  op.alterColumn({ schema: "billing", name: "invoices" }, "due_on", {
    default: "CURRENT_DATE + 14",
  });
  op.alterColumn({ schema: "catalog", name: "products" }, "weight_kg", {
    type: "double precision",
  });
  op.alterColumn("customers", "locale", { type: "varchar(35)", default: "'en-GB'" });
  op.alterColumn("customers", "loyalty_points", { type: "bigint", default: "0" });
  op.alterColumn("orders", "note", { type: "varchar(500)" });
  op.createCheckConstraint(
    "products_weight_positive",
    { schema: "catalog", name: "products" },
    '"weight_kg" > 0',
  );
  op.createCheckConstraint("customers_points_not_negative", "customers", '"loyalty_points" >= 0');
  op.createIndex("customers_email_key", "customers", [{ expression: 'lower("email")' }], {
    unique: true,
  });
  op.createForeignKey(
    "shipments_carrier_id_carriers_id_fk",
    "shipments",
    ["carrier_id"],
    { table: "carriers", columns: ["id"] },
    { onDelete: "set default" },
  );
  op.dropColumn("customers", "fax"); // loses every value of customers.fax
  // loses every row of catalog.product_badges
  op.dropTable({ schema: "catalog", name: "product_badges" });
  op.dropEnum({ schema: "catalog", name: "badge" });
}

export async function down(op: Operations): Promise<void> {
  op.dropConstraint("shipments_carrier_id_carriers_id_fk", "shipments");
  op.dropIndex("orders_open_idx");
  op.dropIndex("customers_email_key");
  op.dropConstraint("orders_placed_has_date", "orders");
  op.dropConstraint("customers_points_not_negative", "customers");
  op.dropConstraint("products_weight_positive", { schema: "catalog", name: "products" });
  op.rebuildEnum("order_status", ["cart", "placed", "paid", "packed", "shipped", "cancelled"], [
    { table: "order_events", column: "status" },
    { table: "orders", column: "status", default: "'cart'::public.order_status" },
    { table: "orders", column: "history", array: true, default: "'{cart}'::public.order_status[]" },
  ]);
  op.createEnum({ schema: "catalog", name: "badge" }, ["new", "bestseller", "last_chance"]);
  op.alterSequence("order_number", { incrementBy: 1 });
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
  op.alterColumn({ schema: "billing", name: "invoices" }, "due_on", {
    default: "(CURRENT_DATE + 30)",
  });
  op.alterColumn({ schema: "catalog", name: "products" }, "weight_kg", { type: "real" });
  op.alterColumn("customers", "locale", { type: "character(5)", default: "'en-GB'::bpchar" });
  op.alterColumn("customers", "loyalty_points", { type: "integer", default: "0" });
  op.alterColumn("orders", "note", { type: "character varying(200)" });
  op.addColumn("customers", { name: "fax", type: "character varying(30)" });
  op.createCheckConstraint(
    "products_weight_positive",
    { schema: "catalog", name: "products" },
    "weight_kg > (0)::double precision",
  );
  op.createCheckConstraint("customers_points_not_negative", "customers", "loyalty_points >= 0");
  op.createCheckConstraint(
    "orders_placed_has_date",
    "orders",
    "(status = ANY (ARRAY['cart'::public.order_status, 'cancelled'::public.order_status])) OR (placed_at IS NOT NULL)",
  );
  op.createIndex("customers_email_key", "customers", ["email"], { unique: true });
  op.createIndex("orders_open_idx", "orders", ["status", "placed_at"], {
    where: "status = ANY (ARRAY['placed'::public.order_status, 'paid'::public.order_status, 'packed'::public.order_status])",
  });
  op.createForeignKey(
    "shipments_carrier_id_carriers_id_fk",
    "shipments",
    ["carrier_id"],
    { table: "carriers", columns: ["id"] },
    { onDelete: "restrict" },
  );
}
