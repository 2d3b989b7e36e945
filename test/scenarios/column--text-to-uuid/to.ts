import { integer, pgTable, uuid } from "drizzle-orm/pg-core";

export const items = pgTable("items", { id: integer("id").primaryKey(), a: uuid("a") });
