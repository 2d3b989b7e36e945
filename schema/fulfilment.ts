import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  char,
  check,
  foreignKey,
  index,
  integer,
  interval,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
  varchar,
} from "drizzle-orm/pg-core";
import { products } from "./catalog.ts";
import { customers } from "./customers.ts";
import { warehouses } from "./inventory.ts";
import { orderLines, orders } from "./orders.ts";

export const parcelSize = pgEnum("parcel_size", ["letter", "small", "medium", "large", "pallet"]);

export const carriers = pgTable("carriers", {
  id: smallint("id").primaryKey(),
  name: varchar("name", { length: 60 }).notNull().unique(),
  /** Working days from door to door. */
  promise: interval("promise", { fields: "day" }).notNull().default("3 days"),
  sizes: parcelSize("sizes").array().notNull().default(["small", "medium"]),
  isActive: boolean("is_active").notNull().default(true),
});

export const shipments = pgTable(
  "shipments",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    orderId: uuid("order_id")
      .notNull()
      .references(() => orders.id, { onDelete: "restrict" }),
    warehouseCode: char("warehouse_code", { length: 4 })
      .notNull()
      .references(() => warehouses.code, { onUpdate: "cascade" }),
    /** Carrier 0 is the one that we drive ourselves. */
    carrierId: smallint("carrier_id")
      .notNull()
      .default(0)
      .references(() => carriers.id, { onDelete: "set default" }),
    size: parcelSize("size").notNull(),
    trackingCode: text("tracking_code"),
    leftAt: timestamp("left_at", { withTimezone: true }),
    arrivedAt: timestamp("arrived_at", { withTimezone: true }),
  },
  (t) => [
    unique("shipments_tracking_unique").on(t.carrierId, t.trackingCode),
    index("shipments_under_way_idx")
      .on(t.carrierId, t.leftAt.asc().nullsFirst())
      .where(sql`${t.leftAt} IS NOT NULL AND ${t.arrivedAt} IS NULL`),
    check("shipments_arrive_after_leaving", sql`${t.arrivedAt} >= ${t.leftAt}`),
  ],
);

/** Which lines of an order travel in which parcel, and how many pieces of each. */
export const shipmentLines = pgTable(
  "shipment_lines",
  {
    shipmentId: integer("shipment_id")
      .notNull()
      .references(() => shipments.id, { onDelete: "cascade" }),
    orderId: uuid("order_id").notNull(),
    position: smallint("position").notNull(),
    quantity: integer("quantity").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shipmentId, t.orderId, t.position] }),
    foreignKey({
      name: "shipment_lines_order_line_fk",
      columns: [t.orderId, t.position],
      foreignColumns: [orderLines.orderId, orderLines.position],
    })
      .onDelete("restrict")
      .onUpdate("cascade"),
  ],
);

/** What customers say about products once these have arrived. */
export const reviews = pgTable(
  "reviews",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    productId: uuid("product_id")
      .notNull()
      .references(() => products.id, { onDelete: "cascade" }),
    customerId: bigint("customer_id", { mode: "number" }).references(() => customers.id, {
      onDelete: "set null",
    }),
    stars: smallint("stars").notNull(),
    body: text("body").notNull().default(""),
    isPublished: boolean("is_published").notNull().default(false),
    writtenAt: timestamp("written_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    unique("reviews_one_per_customer").on(t.productId, t.customerId),
    index("reviews_published_idx")
      .on(t.productId, t.writtenAt.desc().nullsLast())
      .where(sql`${t.isPublished}`),
    index("reviews_words_idx").using("gin", sql`to_tsvector('english', ${t.body})`),
    check("reviews_stars_in_range", sql`${t.stars} BETWEEN 1 AND 5`),
  ],
);
