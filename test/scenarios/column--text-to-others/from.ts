import { integer, pgTable, text } from "drizzle-orm/pg-core";

export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  inet: text("inet"),
  date: text("date"),
  time: text("time"),
  span: text("span"),
  flag: text("flag"),
  amount: text("amount"),
  ratio: text("ratio"),
  bits: text("bits"),
});
