import { integer, pgTable, bigserial } from "drizzle-orm/pg-core";

export const t = pgTable("t", { id: bigserial("id", { mode: "number" }).primaryKey(), a: integer("a") });
