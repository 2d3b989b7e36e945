import { integer, pgTable } from "drizzle-orm/pg-core";

export const posts = pgTable("posts", { id: integer("id").primaryKey(), accountId: integer("account_id") });
export const notes = pgTable("notes", { id: integer("id").primaryKey(), accountId: integer("account_id") });
