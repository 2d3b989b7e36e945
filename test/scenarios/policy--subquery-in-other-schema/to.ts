import { sql } from "drizzle-orm";
import { integer, pgPolicy, pgSchema, text } from "drizzle-orm/pg-core";

export const app = pgSchema("app");
export const users = app.table("users", { id: integer().primaryKey(), name: text() }, (t) => [
  pgPolicy("self", { using: sql`${t.name} = current_user` }),
]);
export const posts = app.table("posts", { id: integer(), author: integer() }, (t) => [
  pgPolicy("authors", {
    using: sql`exists (select 1 from ${users} where ${users.id} = ${t.author} and ${users.name} = current_user)`,
  }),
]);
