import { pgTable, smallint, text } from "drizzle-orm/pg-core";

export const items = pgTable("items", {
  id: smallint("id").primaryKey().generatedByDefaultAsIdentity({ startWith: 7 }),
  name: text("name"),
});
