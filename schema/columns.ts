import { customType, timestamp } from "drizzle-orm/pg-core";

// Extension types (vector, geometry, citext) stay out of the sample: it must run on a bare PostgreSQL 14.
// So does NULLS NOT DISTINCT, which PostgreSQL has since 15; test/scenarios has it.

/** Raw bytes; Drizzle 0.45 has no such column of its own. */
export const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

/** A document prepared for full-text search. */
export const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/** When a row was made and last touched; the application keeps the latter up to date. */
export const timestamps = {
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
};
