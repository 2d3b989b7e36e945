import { pgTable, serial } from "drizzle-orm/pg-core";

export const items = pgTable("Odd items", { id: serial("Big Id").primaryKey() });
