import { gt } from "drizzle-orm";
import { integer, pgTable, pgView } from "drizzle-orm/pg-core";

export const t = pgTable("a \"b\" 'c'", { x: integer('x "y"'), y: integer("select") });
export const v = pgView("v \"w\" '${x}' \\").as((qb) => qb.select().from(t).where(gt(t.x, 1)));
export const w = pgView("Constructor").as((qb) => qb.select({ q: v.y }).from(v));
