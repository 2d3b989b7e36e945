import { pgTable, smallserial, text } from "drizzle-orm/pg-core";

export const items = pgTable("items", { id: smallserial("id").primaryKey(), name: text("name") });
