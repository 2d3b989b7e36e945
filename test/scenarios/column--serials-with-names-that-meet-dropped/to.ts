import { integer, pgTable } from "drizzle-orm/pg-core";

export const ab = pgTable("ab", { id: integer("id") });
