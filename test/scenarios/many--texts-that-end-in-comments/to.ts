import { sql } from "drizzle-orm";
import { check, index, integer, pgTable } from "drizzle-orm/pg-core";

export const t = pgTable(
  "t",
  {
    id: integer("id").primaryKey(),
    a: integer("a").default(sql`1 -- one`),
    g: integer("g").generatedAlwaysAs(sql`id + 1 -- next`),
    b: integer("b")
      .default(sql`2 -- two`)
      .notNull(),
  },
  () => [
    check("c", sql`id > 0 -- more`),
    index("i")
      .on(
        sql`(id + 1 -- next
)`,
      )
      .where(sql`id > 0 -- more`),
    index("j").on(sql`(id + 2) -- desc`),
  ],
);
export const u = pgTable("u", {
  id: integer("id")
    .primaryKey()
    .default(sql`1 -- one`),
});
