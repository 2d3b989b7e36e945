import { bigint, pgTable, text } from "drizzle-orm/pg-core";

export const items = pgTable("items", {
  id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  name: text("name"),
});
