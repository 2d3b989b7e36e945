import { sql } from "drizzle-orm";
import { integer, pgPolicy, pgTable, text } from "drizzle-orm/pg-core";

export const docs = pgTable("docs", { id: integer().primaryKey(), owner: text().notNull(), title: text() });
export const own = pgPolicy("own", { using: sql`${docs.owner} = current_user` }).link(docs);
