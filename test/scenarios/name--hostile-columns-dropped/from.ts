import { integer, pgTable, text } from "drizzle-orm/pg-core";

export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  c0: text('say "hi"'),
  c1: text("it's"),
  c2: text("a.b"),
  c3: text("two words"),
  c4: text("select"),
  c5: text("MixedCase"),
  c6: text("☕ emoji"),
  c7: text("0"),
  c8: text("semi;colon"),
  c9: text("back\\slash"),
  c10: text("dollar$1"),
  c11: text("100%"),
  c12: text("--comment"),
  c13: text("/* c */"),
  c14: text("percent %s"),
  c15: text("tab\tbed"),
  c16: text("line\nbreak"),
  c17: text("${x}"),
  c18: text("`tick`"),
});
