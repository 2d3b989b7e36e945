import { sql } from "drizzle-orm";
import { bigint, pgPolicy, pgTable, text, varchar } from "drizzle-orm/pg-core";

export const docs = pgTable(
  "docs",
  { id: bigint({ mode: "number" }).primaryKey(), owner: varchar({ length: 40 }).notNull(), title: text() },
  (t) => [pgPolicy("docs_owner", { using: sql`${t.id} > 5 and ${t.owner} = current_user` })],
);
