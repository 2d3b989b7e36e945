import { sql } from "drizzle-orm";
import {
  bit,
  char,
  check,
  cidr,
  index,
  inet,
  integer,
  line,
  macaddr,
  macaddr8,
  pgTable,
  point,
  primaryKey,
  real,
  serial,
  text,
  time,
  timestamp,
  varchar,
} from "drizzle-orm/pg-core";
import { variants } from "./catalog.ts";

export const warehouses = pgTable("warehouses", {
  code: char("code", { length: 4 }).primaryKey(),
  name: text("name").notNull(),
  location: point("location", { mode: "xy" })
    .notNull()
    .default(sql`'(0,0)'::point`),
  network: cidr("network").notNull().default("10.0.0.0/8"),
  /** Monday to Sunday. */
  openDays: bit("open_days", { dimensions: 7 }).notNull().default("1111100"),
  /** Orders until then leave on the same day. */
  cutOff: time("cut_off", { precision: 0 }).notNull().default("16:00:00"),
});

/** An aisle, as the line that pickers walk along. */
export const aisles = pgTable(
  "aisles",
  {
    warehouseCode: char("warehouse_code", { length: 4 })
      .notNull()
      .references(() => warehouses.code, { onDelete: "cascade", onUpdate: "cascade" }),
    number: integer("number").notNull(),
    path: line("path", { mode: "abc" }),
    temperature: real("temperature"),
  },
  (t) => [primaryKey({ name: "aisles_pk", columns: [t.warehouseCode, t.number] })],
);

/** Hand-held scanners. */
export const scanners = pgTable("scanners", {
  id: serial("id").primaryKey(),
  warehouseCode: char("warehouse_code", { length: 4 })
    .notNull()
    .default("MAIN")
    .references(() => warehouses.code, { onDelete: "set default", onUpdate: "cascade" }),
  hardware: macaddr("hardware").notNull().unique(),
  radio: macaddr8("radio"),
  address: inet("address"),
  seenAt: timestamp("seen_at"),
});

export const stockLevels = pgTable(
  "stock_levels",
  {
    warehouseCode: char("warehouse_code", { length: 4 })
      .notNull()
      .references(() => warehouses.code, { onDelete: "restrict", onUpdate: "cascade" }),
    variantId: integer("variant_id")
      .notNull()
      .references(() => variants.id),
    onHand: integer("on_hand").notNull().default(0),
    reserved: integer("reserved").notNull().default(0),
    available: integer("available").generatedAlwaysAs(sql`on_hand - reserved`),
    shelf: varchar("shelf", { length: 16 }),
  },
  (t) => [
    primaryKey({ columns: [t.warehouseCode, t.variantId] }),
    // Counters are updated all day: room in each page lets Postgres do it in place.
    index("stock_levels_low_idx")
      .on(t.variantId)
      .where(sql`${t.onHand} < 5`)
      .with({ fillfactor: 70 }),
    check("stock_levels_reserved_in_stock", sql`${t.reserved} BETWEEN 0 AND ${t.onHand}`),
  ],
);
