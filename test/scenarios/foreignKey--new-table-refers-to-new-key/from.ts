import { pgTable, text } from "drizzle-orm/pg-core";

export const owners = pgTable("owners", { code: text("code").notNull() });
