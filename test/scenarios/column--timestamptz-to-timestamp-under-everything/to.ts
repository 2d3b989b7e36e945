import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, timestamp } from "drizzle-orm/pg-core";

export const items = pgTable("items", { id: integer("id").primaryKey(), seen: timestamp("seen") }, (t) => [
  check("seen_late", sql`${t.seen} > '1999-01-01'`),
  index("seen_lately")
    .on(t.id)
    .where(sql`${t.seen} > '2020-01-01'`),
  index("seen_order").on(t.seen),
]);
