import { eq, sql } from "drizzle-orm";
import { integer, pgEnum, pgTable, pgView, text } from "drizzle-orm/pg-core";

export const state = pgEnum("state", ["new", "running", "done"]);
export const jobs = pgTable("jobs", {
  id: integer("id").primaryKey(),
  state: state("state").notNull(),
  past: state("past").array(),
});
export const running = pgView("running").as((qb) =>
  qb.select({ id: jobs.id, state: jobs.state }).from(jobs).where(eq(jobs.state, "running")),
);
export const last = pgView("last", { s: text("s") }).as(sql`select past[1] as s from jobs`);
export const word = pgView("word", { s: text("s") }).as(sql`select 'new'::state as s`);
export const ids = pgView("ids").as((qb) => qb.select({ id: jobs.id }).from(jobs));
