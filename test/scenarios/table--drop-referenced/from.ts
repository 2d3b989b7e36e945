import { foreignKey, integer, pgTable } from "drizzle-orm/pg-core";

export const accounts = pgTable("accounts", { id: integer("id").primaryKey() });
export const posts = pgTable("posts", {
  id: integer("id").primaryKey(),
  accountId: integer("account_id").references(() => accounts.id),
});
export const notes = pgTable(
  "notes",
  { id: integer("id").primaryKey(), accountId: integer("account_id") },
  (t) => [
    foreignKey({ name: "notes_account_fk", columns: [t.accountId], foreignColumns: [accounts.id] }).onDelete(
      "set null",
    ),
  ],
);
