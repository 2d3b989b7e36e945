import { integer, pgSchema } from "drizzle-orm/pg-core";

export const s = pgSchema("My App");
export const t = s.table("My Docs", { id: integer() }).enableRLS();
