import { foreignKey, integer, pgTable, text } from "drizzle-orm/pg-core";

export const owners = pgTable("owners", {
  id: integer("id").primaryKey(),
  code: text("code").notNull().unique("owners_code"),
});
export const teams = pgTable("teams", { id: integer("id").primaryKey() });
export const items = pgTable(
  "items",
  {
    id: integer("id").primaryKey(),
    o0: integer("o0").default(1),
    o1: integer("o1").default(1),
    o2: integer("o2").default(1),
    o3: integer("o3").default(1),
    o4: integer("o4").default(1),
  },
  (t) => [
    foreignKey({ name: "items_o0_fk", columns: [t.o0], foreignColumns: [owners.id] }).onDelete("no action"),
    foreignKey({ name: "items_o1_fk", columns: [t.o1], foreignColumns: [owners.id] }).onDelete("restrict"),
    foreignKey({ name: "items_o2_fk", columns: [t.o2], foreignColumns: [owners.id] }).onDelete("cascade"),
    foreignKey({ name: "items_o3_fk", columns: [t.o3], foreignColumns: [owners.id] }).onDelete("set null"),
    foreignKey({ name: "items_o4_fk", columns: [t.o4], foreignColumns: [owners.id] }).onDelete("set default"),
  ],
);
