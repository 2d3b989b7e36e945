import { integer, pgTable, smallint } from "drizzle-orm/pg-core";

export const items = pgTable("items", { id: integer("id").primaryKey(), a: smallint("a").default(3) });
