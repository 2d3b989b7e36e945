import { integer, pgSchema, text } from "drizzle-orm/pg-core";

export const s = pgSchema("My App");
export const t = s.table('My "Docs"', { id: integer(), "Owner Name": text() });
