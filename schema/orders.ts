import { sql, type SQL } from "drizzle-orm";
import {
  bigint,
  bigserial,
  char,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgEnum,
  pgSequence,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
  varchar,
} from "drizzle-orm/pg-core";
import { products, variants } from "./catalog.ts";
import { timestamps } from "./columns.ts";
import { addresses, customers } from "./customers.ts";

export const orderStatus = pgEnum("order_status", [
  "cart",
  "placed",
  "paid",
  "packed",
  "shipped",
  "returned",
  "cancelled",
]);

/** The number that customers are told; gaps are fine, reuse is not. */
export const orderNumber = pgSequence("order_number", {
  startWith: 100000,
  increment: 7,
  cache: 1,
  cycle: false,
});

export const orders = pgTable(
  "orders",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    number: text("number")
      .notNull()
      .unique("orders_number_unique")
      .default(sql`'LB-' || nextval('public.order_number')`),
    customerId: bigint("customer_id", { mode: "number" })
      .notNull()
      .references(() => customers.id, { onDelete: "restrict" }),
    status: orderStatus("status").notNull().default("cart"),
    /** Every state that the order has been in. */
    history: orderStatus("history").array().notNull().default(["cart"]),
    currency: char("currency", { length: 3 }).notNull().default("EUR"),
    shippingAddressId: bigint("shipping_address_id", { mode: "number" }),
    billingAddressId: bigint("billing_address_id", { mode: "number" }),
    note: varchar("note", { length: 500 }),
    placedAt: timestamp("placed_at", { withTimezone: true }),
    ...timestamps,
  },
  (t) => [
    foreignKey({
      name: "orders_shipping_address_fk",
      columns: [t.shippingAddressId],
      foreignColumns: [addresses.id],
    }).onDelete("set null"),
    foreignKey({
      name: "orders_billing_address_fk",
      columns: [t.billingAddressId],
      foreignColumns: [addresses.id],
    }).onDelete("set null"),
    index("orders_customer_idx").on(t.customerId, t.placedAt.desc().nullsLast()),
    index("orders_open_idx")
      .on(t.status, t.placedAt)
      .where(sql`${t.status} IN ('placed', 'paid', 'packed')`),
    check("orders_placed_has_date", sql`${t.status} IN ('cart', 'cancelled') OR ${t.placedAt} IS NOT NULL`),
  ],
);

export const orderLines = pgTable(
  "order_lines",
  {
    orderId: uuid("order_id")
      .notNull()
      .references(() => orders.id, { onDelete: "cascade" }),
    position: smallint("position").notNull(),
    variantId: integer("variant_id")
      .notNull()
      .references(() => variants.id, { onDelete: "no action" }),
    quantity: integer("quantity").notNull().default(1),
    unitPrice: numeric("unit_price", { precision: 12, scale: 2 }).notNull(),
    total: numeric("total", { precision: 14, scale: 2 })
      .notNull()
      .generatedAlwaysAs((): SQL => sql`${orderLines.quantity} * ${orderLines.unitPrice}`),
  },
  (t) => [
    primaryKey({ name: "order_lines_pk", columns: [t.orderId, t.position] }),
    index().on(t.variantId),
    check("order_lines_quantity_positive", sql`${t.quantity} > 0`),
  ],
);

/** What happened to an order, appended and never changed. */
export const orderEvents = pgTable(
  "order_events",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    orderId: uuid("order_id")
      .notNull()
      .references(() => orders.id, { onDelete: "cascade" }),
    status: orderStatus("status"),
    detail: jsonb("detail")
      .notNull()
      .default(sql`'{}'`),
    happenedAt: timestamp("happened_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index("order_events_order_idx").on(t.orderId),
    index("order_events_happened_idx").using("brin", t.happenedAt).with({ pages_per_range: 32 }),
  ],
);

/** What a customer would like to own one day. */
export const wishes = pgTable(
  "wishes",
  {
    customerId: bigint("customer_id", { mode: "number" })
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    productId: uuid("product_id")
      .notNull()
      .references(() => products.id, { onDelete: "cascade" }),
    wishedAt: timestamp("wished_at", { withTimezone: true })
      .notNull()
      .default(sql`CURRENT_TIMESTAMP`),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.productId] })],
);
