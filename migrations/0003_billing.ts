import type { Operations } from "limbeck/op";

/**
 * billing
 *
 * Proven: up, down and up again on the embedded PostgreSQL 18.
 */
export const revision = "0003";
export const downRevision = "0002";

export async function up(op: Operations): Promise<void> {
  op.createSchema("billing");
  op.createEnum({ schema: "billing", name: "payment_status" }, [
    "authorised",
    "captured",
    "failed",
    "refunded",
  ]);
  op.createSequence({ schema: "billing", name: "invoice_number" }, { maxValue: 999999999 });
  op.createTable({ schema: "billing", name: "invoices" }, {
    columns: [
      {
        name: "id",
        type: "bigint",
        notNull: true,
        identity: { generation: "always", sequenceName: "invoices_identity" },
      },
      { name: "number", type: "bigint", notNull: true, default: "nextval('billing.invoice_number')" },
      { name: "order_id", type: "uuid", notNull: true },
      { name: "customer_id", type: "bigint", notNull: true },
      { name: "issued_on", type: "date", notNull: true, default: "now()" },
      { name: "due_on", type: "date", notNull: true, default: "CURRENT_DATE + 30" },
      { name: "currency", type: "char(3)", notNull: true },
      { name: "net", type: "numeric(14, 2)", notNull: true },
      { name: "tax", type: "numeric(14, 2)", notNull: true, default: "'0'" },
      { name: "gross", type: "numeric(14, 2)", notNull: true, generated: "net + tax" },
      { name: "addressee", type: "jsonb", notNull: true },
    ],
    primaryKey: { name: "invoices_pkey", columns: ["id"] },
    uniques: [{ name: "invoices_number_unique", columns: ["number"] }],
    checks: [{ name: "invoices_due_after_issue", expression: '"due_on" >= "issued_on"' }],
    foreignKeys: [
      {
        name: "invoices_customer_id_customers_id_fk",
        columns: ["customer_id"],
        references: { table: "customers", columns: ["id"] },
        onDelete: "restrict",
      },
      {
        name: "invoices_order_id_orders_id_fk",
        columns: ["order_id"],
        references: { table: "orders", columns: ["id"] },
        onDelete: "restrict",
        onUpdate: "restrict",
      },
    ],
  });
  op.createIndex("invoices_customer_idx", { schema: "billing", name: "invoices" }, [
    "customer_id",
    { column: "issued_on", order: "desc", nulls: "last" },
  ]);
  op.createTable({ schema: "billing", name: "payments" }, {
    columns: [
      { name: "id", type: "uuid", notNull: true, default: "gen_random_uuid()" },
      { name: "invoice_id", type: "bigint", notNull: true },
      { name: "provider", type: "varchar(32)", notNull: true },
      { name: "provider_reference", type: "text", notNull: true },
      { name: "status", type: "billing.payment_status", notNull: true, default: "'authorised'" },
      { name: "amount", type: "numeric(14, 2)", notNull: true },
      { name: "received_at", type: "timestamp(6) with time zone", notNull: true, default: "now()" },
    ],
    primaryKey: { name: "payments_pkey", columns: ["id"] },
    uniques: [{ name: "payments_reference_unique", columns: ["provider", "provider_reference"] }],
    checks: [{ name: "payments_amount_positive", expression: '"amount" > 0' }],
    foreignKeys: [
      {
        name: "payments_invoice_id_invoices_id_fk",
        columns: ["invoice_id"],
        references: { table: { schema: "billing", name: "invoices" }, columns: ["id"] },
        onDelete: "restrict",
      },
    ],
  });
  op.createIndex("payments_open_idx", { schema: "billing", name: "payments" }, ["invoice_id"], {
    where: `"status" = 'authorised'`,
  });
  op.createTable({ schema: "billing", name: "refunds" }, {
    columns: [
      { name: "id", type: "uuid", notNull: true, default: "gen_random_uuid()" },
      { name: "payment_id", type: "uuid", notNull: true },
      { name: "amount", type: "numeric(14, 2)", notNull: true },
      { name: "reason", type: "text", notNull: true, default: "'It''s not what I ordered'" },
      { name: "refunded_at", type: "timestamp with time zone", notNull: true, default: "now()" },
    ],
    primaryKey: { name: "refunds_pkey", columns: ["id"] },
    foreignKeys: [
      {
        name: "refunds_payment_id_payments_id_fk",
        columns: ["payment_id"],
        references: { table: { schema: "billing", name: "payments" }, columns: ["id"] },
        onDelete: "cascade",
      },
    ],
  });
}

export async function down(op: Operations): Promise<void> {
  op.dropTable({ schema: "billing", name: "refunds" }); // loses every row of billing.refunds
  op.dropTable({ schema: "billing", name: "payments" }); // loses every row of billing.payments
  op.dropTable({ schema: "billing", name: "invoices" }); // loses every row of billing.invoices
  // forgets how far billing.invoice_number has counted
  op.dropSequence({ schema: "billing", name: "invoice_number" });
  op.dropEnum({ schema: "billing", name: "payment_status" });
  op.dropSchema("billing");
}
