import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  char,
  check,
  date,
  foreignKey,
  index,
  inet,
  jsonb,
  pgEnum,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
  varchar,
  type AnyPgColumn,
} from "drizzle-orm/pg-core";
import { bytea, timestamps } from "./columns.ts";

export const contactChannel = pgEnum("contact_channel", ["email", "sms", "post"]);

/** Somebody who has bought, or may. `public_id` is the one that leaves the house. */
export const customers = pgTable(
  "customers",
  {
    id: bigint("id", { mode: "number" })
      .primaryKey()
      .generatedAlwaysAsIdentity({ startWith: 1000, cache: 20 }),
    publicId: uuid("public_id").notNull().defaultRandom().unique(),
    email: varchar("email", { length: 320 }).notNull(),
    fullName: text("full_name").notNull(),
    locale: varchar("locale", { length: 35 }).notNull().default("en-GB"),
    birthday: date("birthday"),
    loyaltyPoints: bigint("loyalty_points", { mode: "number" }).notNull().default(0),
    contactBy: contactChannel("contact_by").array().notNull().default(["email"]),
    labels: text("labels").array().notNull().default([]),
    preferences: jsonb("preferences").notNull().default({ theme: "system", newsletter: false }),
    defaultAddressId: bigint("default_address_id", { mode: "number" }).references(
      (): AnyPgColumn => addresses.id,
      {
        onDelete: "set null",
      },
    ),
    referredById: bigint("referred_by_id", { mode: "number" }),
    blockedAt: timestamp("blocked_at", { withTimezone: true }),
    ...timestamps,
  },
  (t) => [
    foreignKey({
      name: "customers_referred_by_fk",
      columns: [t.referredById],
      foreignColumns: [t.id],
    }).onDelete("set null"),
    uniqueIndex("customers_email_key").on(sql`lower(${t.email})`),
    index("customers_labels_idx").using("gin", t.labels),
    index("customers_blocked_idx")
      .on(t.blockedAt.desc().nullsLast())
      .where(sql`${t.blockedAt} IS NOT NULL`),
    check("customers_email_has_at", sql`position('@' in ${t.email}) > 1`),
    check("customers_points_not_negative", sql`${t.loyaltyPoints} >= 0`),
    check("customers_no_self_referral", sql`${t.referredById} <> ${t.id}`),
  ],
);

/** Where to send goods or bills; a customer's favourite is named by the customer. */
export const addresses = pgTable(
  "addresses",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedByDefaultAsIdentity(),
    customerId: bigint("customer_id", { mode: "number" })
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    label: varchar("label", { length: 40 }).notNull().default("home"),
    lines: text("lines").array().notNull(),
    postcode: varchar("postcode", { length: 12 }),
    city: text("city").notNull(),
    country: char("country", { length: 2 }).notNull(),
    isBusiness: boolean("is_business").notNull().default(false),
    ...timestamps,
  },
  (t) => [
    unique("addresses_label_per_customer").on(t.customerId, t.label),
    index().on(t.country, t.postcode),
    check("addresses_country_is_code", sql`${t.country} ~ '^[A-Z]{2}$'`),
  ],
);

/** A browser that is signed in. Only a hash of the token is kept. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid("id")
      .primaryKey()
      .default(sql`gen_random_uuid()`),
    customerId: bigint("customer_id", { mode: "number" })
      .notNull()
      .references(() => customers.id, { onDelete: "cascade", onUpdate: "cascade" }),
    tokenHash: bytea("token_hash").notNull(),
    address: inet("address").notNull(),
    userAgent: text("user_agent").notNull().default(""),
    startedAt: timestamp("started_at", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
    expiresAt: timestamp("expires_at", { withTimezone: true, precision: 3 })
      .notNull()
      .default(sql`now() + interval '30 days'`),
  },
  (t) => [
    index("sessions_token_idx").using("hash", t.tokenHash),
    index("sessions_expires_idx").on(t.expiresAt),
    check("sessions_end_after_start", sql`${t.expiresAt} > ${t.startedAt}`),
  ],
);
