import { integer, pgTable } from "drizzle-orm/pg-core";

export const ab = pgTable("ab", { id: integer("id"), c_d: integer("c_d").notNull() });
export const ab_c = pgTable("ab_c", { id: integer("id"), d: integer("d").notNull() });
