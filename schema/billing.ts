import { sql } from "drizzle-orm";
import {
  bigint,
  char,
  check,
  date,
  index,
  jsonb,
  numeric,
  pgSchema,
  text,
  timestamp,
  unique,
  uuid,
  varchar,
} from "drizzle-orm/pg-core";
import { customers } from "./customers.ts";
import { orders } from "./orders.ts";

/** Kept apart because auditors read it, and nobody else. */
export const billing = pgSchema("billing");

export const paymentStatus = billing.enum("payment_status", ["authorised", "captured", "failed", "refunded"]);

/** The law wants invoice numbers without holes in sight: no cache, no cycle. */
export const invoiceNumber = billing.sequence("invoice_number", {
  startWith: 1,
  increment: 1,
  minValue: 1,
  maxValue: 999999999,
  cache: 1,
  cycle: false,
});

export const invoices = billing.table(
  "invoices",
  {
    id: bigint("id", { mode: "bigint" })
      .primaryKey()
      .generatedAlwaysAsIdentity({ name: "invoices_identity" }),
    number: bigint("number", { mode: "number" })
      .notNull()
      .unique()
      .default(sql`nextval('billing.invoice_number')`),
    orderId: uuid("order_id")
      .notNull()
      .references(() => orders.id, { onDelete: "restrict", onUpdate: "restrict" }),
    customerId: bigint("customer_id", { mode: "number" })
      .notNull()
      .references(() => customers.id, { onDelete: "restrict" }),
    issuedOn: date("issued_on").notNull().defaultNow(),
    dueOn: date("due_on")
      .notNull()
      .default(sql`CURRENT_DATE + 14`),
    currency: char("currency", { length: 3 }).notNull(),
    net: numeric("net", { precision: 14, scale: 2 }).notNull(),
    tax: numeric("tax", { precision: 14, scale: 2 }).notNull().default("0"),
    gross: numeric("gross", { precision: 14, scale: 2 })
      .notNull()
      .generatedAlwaysAs(sql`net + tax`),
    addressee: jsonb("addressee").notNull(),
  },
  (t) => [
    index("invoices_customer_idx").on(t.customerId, t.issuedOn.desc().nullsLast()),
    check("invoices_due_after_issue", sql`${t.dueOn} >= ${t.issuedOn}`),
  ],
);

export const payments = billing.table(
  "payments",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    invoiceId: bigint("invoice_id", { mode: "bigint" })
      .notNull()
      .references(() => invoices.id, { onDelete: "restrict" }),
    provider: varchar("provider", { length: 32 }).notNull(),
    providerReference: text("provider_reference").notNull(),
    status: paymentStatus("status").notNull().default("authorised"),
    amount: numeric("amount", { precision: 14, scale: 2 }).notNull(),
    receivedAt: timestamp("received_at", { withTimezone: true, precision: 6 }).notNull().defaultNow(),
  },
  (t) => [
    unique("payments_reference_unique").on(t.provider, t.providerReference),
    index("payments_open_idx")
      .on(t.invoiceId)
      .where(sql`${t.status} = 'authorised'`),
    check("payments_amount_positive", sql`${t.amount} > 0`),
  ],
);

export const refunds = billing.table("refunds", {
  id: uuid("id").primaryKey().defaultRandom(),
  paymentId: uuid("payment_id")
    .notNull()
    .references(() => payments.id, { onDelete: "cascade" }),
  amount: numeric("amount", { precision: 14, scale: 2 }).notNull(),
  reason: text("reason").notNull().default("It's not what I ordered"),
  refundedAt: timestamp("refunded_at", { withTimezone: true }).notNull().defaultNow(),
});
