import { customType, date, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });
export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  e_now: timestamp("e_now", { withTimezone: true }),
  e_today: date("e_today"),
  e_uuid: uuid("e_uuid"),
  e_text: text("e_text"),
  e_sum: integer("e_sum"),
  e_param: integer("e_param"),
  e_user: text("e_user"),
  e_bytes: bytea("e_bytes"),
  e_array: text("e_array").array(),
  e_null: text("e_null"),
  e_case: integer("e_case"),
});
