import { sql } from "drizzle-orm";
import { bigint, pgPolicy, pgTable, text } from "drizzle-orm/pg-core";

export const docs = pgTable(
  "docs",
  { id: bigint({ mode: "number" }).primaryKey(), owner: text().notNull(), title: text() },
  (t) => [pgPolicy("docs_owner", { using: sql`${t.id} > 0` })],
);
