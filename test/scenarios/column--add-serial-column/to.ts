import { integer, pgTable, serial } from "drizzle-orm/pg-core";

export const items = pgTable("items", { id: integer("id").primaryKey(), seq: serial("seq") });
