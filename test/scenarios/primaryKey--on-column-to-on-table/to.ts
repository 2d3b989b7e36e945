import { integer, pgTable, primaryKey } from "drizzle-orm/pg-core";

export const items = pgTable("items", { id: integer("id").notNull() }, (t) => [
  primaryKey({ columns: [t.id] }),
]);
