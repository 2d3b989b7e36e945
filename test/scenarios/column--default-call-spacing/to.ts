import { sql } from "drizzle-orm";
import { integer, pgTable, real } from "drizzle-orm/pg-core";

export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  a: real("a").default(sql`RANDOM( )`),
});
