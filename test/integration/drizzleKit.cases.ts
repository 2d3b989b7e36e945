import { SHARED, type Trouble } from "./drizzleKit.shared.ts";
import { CAUSES_0_45, CAUSES_1_0 } from "./drizzleKit.causes.ts";
import {
  ALL_TYPES,
  ALL_ARRAYS,
  TEXT_DEFAULTS,
  EXPRESSIONS,
  LITERALS,
  HOSTILE_LABELS,
  CUT_NAMES,
  VIEWS_ON_VIEWS,
  QUOTES_IN_NAMES,
  POLICY_ROLES,
  LINKED_POLICIES,
  POLICY_EXPRESSIONS,
  SEQUENCE_DEFAULTS,
} from "./drizzleKit.groups.ts";

const VIEWS: readonly Omit<Trouble, "line">[] = [
  {
    kind: "fails",
    why: "views are created by name, also before the views that they read",
    says: /relation "\w+" does not exist/,
    cases: VIEWS_ON_VIEWS,
  },
  {
    kind: "fails",
    why: "a semicolon at the end of a view's query stays there",
    says: /syntax error at or near ";"/,
    cases: ["view--unchanged-raw"],
  },
];
const OF_0_45: readonly Omit<Trouble, "line">[] = [
  ...SHARED,
  {
    kind: "restless",
    why: "a default that takes its value from a sequence is compared as text",
    says: / SET DEFAULT /,
    cases: SEQUENCE_DEFAULTS,
  },
  {
    kind: "restless",
    why: "the collation of an index key is not recognised when it is read back",
    says: /(?:DROP|CREATE) INDEX /,
    cases: ["index--collation-changes", "index--collation-said"],
  },
  ...CAUSES_0_45,
  {
    kind: "restless",
    why: "numeric(10) and char are printed as numeric(10,0) and character(1)",
    says: /SET DATA TYPE (numeric\(10\)|char)(\[\])?;$/,
    cases: [...ALL_TYPES, ...ALL_ARRAYS, "column--numeric-loses-scale"],
  },
  {
    kind: "restless",
    why: "defaults are compared as text with what Postgres prints",
    says: / SET DEFAULT /,
    cases: TEXT_DEFAULTS,
  },
  {
    kind: "restless",
    why: "storage parameters are not recognised when they are read back",
    says: /^DROP INDEX|^CREATE INDEX .* WITH \(/,
    cases: [
      "sample",
      "index--add-of-every-sort",
      "index--add-storage-parameter",
      "index--every-sort-unchanged",
      "index--storage-parameter",
    ],
  },
  {
    kind: "restless",
    why: "an index key that is an expression in parentheses is not recognised when it is read back",
    says: /^CREATE INDEX .* USING btree \(\(/,
    cases: ["index--add-of-every-sort"],
  },
  {
    kind: "restless",
    why: "the cache of an identity column is not recognised in a table whose name needs quotes",
    says: / SET CACHE 1;$/,
    cases: ["name--hostile-identity-and-serial", "names--cut-at-63-bytes"],
  },
  {
    kind: "restless",
    why: "names longer than 63 bytes are compared uncut",
    says: /^DROP INDEX|^CREATE INDEX|(DROP|ADD) CONSTRAINT/,
    cases: ["name--long-implicit", "names--cut-at-63-bytes"],
  },
  {
    kind: "restless",
    why: "the columns of a composite primary key are NOT NULL without being said to be",
    says: / DROP NOT NULL;$/,
    cases: ["primaryKey--add-composite-on-nullable", "table--create"],
  },
  {
    kind: "restless",
    why: "a primary key with a name and one column is not recognised",
    says: /(DROP CONSTRAINT "\w+"|PRIMARY KEY\("\w+"\);)$/,
    cases: [
      "primaryKey--columns",
      "primaryKey--rename",
      "primaryKey--rename-under-foreign-key",
      "names--explicit-ones-are-enforced",
    ],
  },
  {
    kind: "restless",
    why: "NULLS NOT DISTINCT is not read back",
    says: /DROP CONSTRAINT|UNIQUE NULLS NOT DISTINCT/,
    cases: [
      "unique--add-nulls-not-distinct",
      "unique--add-nulls-not-distinct-in-column",
      "unique--nulls-not-distinct",
    ],
  },
  {
    kind: "restless",
    why: "the tablespace and the access method of a materialized view are not recognised where they are the default",
    says: / SET (TABLESPACE pg_default|ACCESS METHOD "heap");$/,
    cases: ["materializedView--create-with-everything", "materializedView--options-said-otherwise"],
  },
  ...VIEWS,
  {
    kind: "fails",
    why: "a bound value in a check is written as $1",
    says: /there is no parameter \$1/,
    cases: ["check--with-parameter"],
  },
  {
    kind: "fails",
    why: "a bound value in a default is refused",
    says: /we don't support params for `sql` default values/,
    cases: EXPRESSIONS,
  },
  { kind: "fails", why: "a bigint default is refused", says: /serialize a BigInt/, cases: LITERALS },
  {
    kind: "fails",
    why: "quotes in the elements of an array default are not escaped",
    says: /malformed array literal/,
    cases: HOSTILE_LABELS,
  },
  {
    kind: "fails",
    why: "a table whose name Postgres has cut seems to be another, and it asks whether it was renamed",
    says: /require a TTY/,
    cases: CUT_NAMES,
  },
  {
    kind: "fails",
    why: "quotes and other special characters in names are not escaped",
    says: /syntax error|zero-length delimited|Expected object|not valid JSON/,
    cases: QUOTES_IN_NAMES,
  },
  {
    kind: "fails",
    why: "names such as constructor meet those of JavaScript's own objects",
    says: /Cannot read properties of undefined|Cannot access 'tableKey2' before initialization/,
    cases: ["name--of-prototype-members", "policy--hostile-names"],
  },
  {
    kind: "fails",
    why: "a policy whose name Postgres has cut seems to be another, and it asks whether it was renamed",
    says: /require a TTY/,
    cases: ["policy--long-name-unchanged"],
  },
  {
    kind: "restless",
    why: "roles said twice, and keywords such as current_user, are compared with what Postgres makes of them",
    says: /^ALTER POLICY .* TO /,
    cases: POLICY_ROLES,
  },
  {
    kind: "restless",
    why: "policies on tables outside the models' schemas are not read back",
    says: /^CREATE POLICY .* ON "realtime"/,
    cases: LINKED_POLICIES,
  },
  {
    kind: "alters",
    why: "the expressions of policies are left out, so that they let everybody through",
    says: / (using|with check) none → /,
    cases: POLICY_EXPRESSIONS,
  },
];

const OF_1_0: readonly Omit<Trouble, "line">[] = [
  ...SHARED,
  {
    kind: "restless",
    why: "a default that takes its value from a sequence is taken for a serial column",
    says: /DROP DEFAULT|(?:DROP|CREATE|ALTER) SEQUENCE|SET DATA TYPE|SET DEFAULT/,
    cases: SEQUENCE_DEFAULTS,
  },
  ...CAUSES_1_0,
  ...VIEWS,
  {
    kind: "restless",
    why: "char is printed as character(1)",
    says: /SET DATA TYPE char(\[\])? USING/,
    cases: [...ALL_TYPES, ...ALL_ARRAYS],
  },
  {
    kind: "restless",
    why: "defaults are compared as text with what Postgres prints",
    says: / SET DEFAULT /,
    cases: [...TEXT_DEFAULTS, "column--change-default-literals"],
  },
  {
    kind: "fails",
    why: "a bound value in a default is written as $1",
    says: /there is no parameter \$1/,
    cases: EXPRESSIONS,
  },
  {
    kind: "fails",
    why: "an empty element and NULL in an array default are not quoted",
    says: /malformed array literal/,
    cases: HOSTILE_LABELS,
  },
  {
    kind: "fails",
    why: "a table whose name Postgres has cut seems to be another, and it asks whether it was renamed",
    says: /require hints to resolve/,
    cases: CUT_NAMES,
  },
  {
    kind: "fails",
    why: "a check whose name Postgres has cut seems to be another, and it asks whether it was renamed",
    says: /require hints to resolve/,
    cases: ["names--cut-at-63-bytes"],
  },
  {
    kind: "fails",
    why: "quotes in names are not escaped",
    says: /syntax error|zero-length delimited/,
    cases: [...QUOTES_IN_NAMES, "policy--hostile-names"],
  },
  {
    kind: "fails",
    why: "a policy whose name Postgres has cut seems to be another, and it asks whether it was renamed",
    says: /require hints to resolve/,
    cases: ["policy--long-name-unchanged"],
  },
  {
    kind: "restless",
    why: "roles said twice, and keywords such as current_user, are compared with what Postgres makes of them",
    says: /^ALTER POLICY .* TO /,
    cases: POLICY_ROLES,
  },
  {
    kind: "alters",
    why: "policies on tables outside the models' schemas are left out",
    says: /^create policy realtime\./,
    cases: LINKED_POLICIES,
  },
  {
    kind: "alters",
    why: "a cast at the end of a default is left out",
    says: /\bbarcode\b/,
    cases: ["sample"],
  },
  {
    kind: "alters",
    why: "backslashes in a default are doubled, and the element 'NULL' of an array becomes NULL",
    says: /\b(t_backslash|ta)\b/,
    cases: LITERALS,
  },
];

export const TROUBLES: readonly Trouble[] = [
  ...OF_0_45.map((trouble) => ({ line: "0.45" as const, ...trouble })),
  ...OF_1_0.map((trouble) => ({ line: "1.0" as const, ...trouble })),
];
