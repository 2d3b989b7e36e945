import { sql } from "drizzle-orm";
import { customType, date, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });
export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  e_now: timestamp("e_now", { withTimezone: true }).default(sql`now() + interval '1 day'`),
  e_today: date("e_today").default(sql`CURRENT_DATE - 1`),
  e_uuid: uuid("e_uuid").default(sql`'6b1b36cb-9d1c-4b8c-9d0e-0c6d3e3f2a11'::uuid`),
  e_text: text("e_text").default(sql`upper('y') || lower('Z')`),
  e_sum: integer("e_sum").default(sql`2 * (3 + 4)`),
  e_param: integer("e_param").default(sql`${6}`),
  e_user: text("e_user").default(sql`SESSION_USER`),
  e_bytes: bytea("e_bytes").default(sql`'\\xff'`),
  e_array: text("e_array")
    .array()
    .default(sql`ARRAY['a', 'b']`),
  e_null: text("e_null").default(sql`'null'`),
  e_case: integer("e_case").default(sql`extract(year from CURRENT_DATE)::integer`),
});
