import {
  bit,
  boolean,
  date,
  doublePrecision,
  inet,
  integer,
  interval,
  numeric,
  pgTable,
  time,
} from "drizzle-orm/pg-core";

export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  inet: inet("inet"),
  date: date("date"),
  time: time("time"),
  span: interval("span"),
  flag: boolean("flag"),
  amount: numeric("amount"),
  ratio: doublePrecision("ratio"),
  bits: bit("bits", { dimensions: 3 }),
});
