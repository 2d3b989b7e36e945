import type { Trouble } from "./drizzleKit.shared.ts";

/** What drizzle-kit 0.31 does not manage of the causes in docs/causes.md. */
export const CAUSES_0_45: readonly Omit<Trouble, "line">[] = [
  {
    kind: "restless",
    why: "the spelling of custom types is compared with Postgres's own",
    says: / SET DATA TYPE /,
    cases: ["column--custom-type-spellings"],
  },
  {
    kind: "restless",
    why: "an expression or an operator class in a piece of SQL is compared as text",
    says: /^DROP INDEX|^CREATE (UNIQUE )?INDEX/,
    cases: ["index--expression-with-list", "index--opclass-in-sql"],
  },
  {
    kind: "restless",
    why: "a primary key of one column that is declared on the table is not recognised",
    says: /(DROP CONSTRAINT "\w+"|PRIMARY KEY\("\w+"\);)$/,
    cases: ["primaryKey--on-column-to-on-table"],
  },
  {
    kind: "restless",
    why: "a unique constraint that the primary key implies is added again, since CREATE TABLE leaves it out",
    says: / UNIQUE\("id"\);$/,
    cases: ["unique--implied-by-primary-key"],
  },
  {
    kind: "fails",
    why: "a column or schema whose name Postgres has cut seems to be another",
    says: /require a TTY/,
    cases: ["name--cut-in-sql", "name--cut-schema"],
  },
];

/** The same of 1.0. */
export const CAUSES_1_0: readonly Omit<Trouble, "line">[] = [
  {
    kind: "restless",
    why: "the spelling of custom types is compared with Postgres's own",
    says: / SET DATA TYPE /,
    cases: ["column--custom-type-spellings"],
  },
  {
    kind: "restless",
    why: "a unique constraint that the primary key implies is added again, since CREATE TABLE leaves it out",
    says: / UNIQUE\("id"\);$/,
    cases: ["unique--implied-by-primary-key"],
  },
  {
    kind: "fails",
    why: "a column or schema whose name Postgres has cut seems to be another",
    says: /require hints to resolve|CREATE TYPE "a_schema_whose/,
    cases: ["name--cut-in-sql", "name--cut-schema"],
  },
];
