import { sql } from "drizzle-orm";
import { integer, pgTable, pgView } from "drizzle-orm/pg-core";

export const t = pgTable("t", {
  id: integer("id").primaryKey(),
  a: integer("a"),
  twice: integer("twice").generatedAlwaysAs(sql`a * 2 + 1`),
});
export const v = pgView("v").as((qb) => qb.select({ twice: t.twice }).from(t));
