import { bigserial, pgTable, text } from "drizzle-orm/pg-core";

export const items = pgTable("items", {
  id: bigserial("id", { mode: "number" }).primaryKey(),
  name: text("name"),
});
