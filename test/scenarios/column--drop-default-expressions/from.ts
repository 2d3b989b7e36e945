import { sql } from "drizzle-orm";
import { customType, date, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });
export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  e_now: timestamp("e_now", { withTimezone: true }).default(sql`now()`),
  e_today: date("e_today").default(sql`CURRENT_DATE`),
  e_uuid: uuid("e_uuid").default(sql`gen_random_uuid()`),
  e_text: text("e_text").default(sql`upper('x')`),
  e_sum: integer("e_sum").default(sql`1 + 1`),
  e_param: integer("e_param").default(sql`${5}`),
  e_user: text("e_user").default(sql`CURRENT_USER`),
  e_bytes: bytea("e_bytes").default(sql`'\\x00ff'::bytea`),
  e_array: text("e_array")
    .array()
    .default(sql`'{}'::text[]`),
  e_null: text("e_null").default(sql`NULL`),
  e_case: integer("e_case").default(sql`CASE WHEN CURRENT_DATE > '2020-01-01' THEN 1 ELSE 2 END`),
});
