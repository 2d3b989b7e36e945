import { acl, atLarge, detail, identity, inSchema, named, owner, rowWithout } from "./sql.ts";
import type { Section } from "./sql.ts";

const range = `(SELECT ${detail({
  subtype: "r.rngsubtype::regtype::text",
  multirange: "r.rngmultitypid::regtype::text",
  collation: named("r.rngcollation", "regcollation"),
  operatorClass: identity("pg_opclass", "r.rngsubopc"),
  canonical: "r.rngcanonical",
  difference: "r.rngsubdiff",
})} FROM pg_range r WHERE r.rngtypid = x.oid)`;

const typeDetail = `${rowWithout(
  "x",
  `typname typnamespace typowner typrelid typelem typarray typbasetype typtypmod typcollation
  typdefaultbin typdefault typacl`,
)} || ${detail({
  owner: owner("x.typowner"),
  acl: acl("x.typacl", "'T'", "x.typowner"),
  element: named("x.typelem", "regtype"),
  base: "CASE WHEN x.typbasetype <> 0 THEN format_type(x.typbasetype, x.typtypmod) END",
  collation: named("x.typcollation", "regcollation"),
  default: "coalesce(pg_get_expr(x.typdefaultbin, 0), x.typdefault)",
  labels: `(SELECT jsonb_agg(e.enumlabel ORDER BY e.enumsortorder)
    FROM pg_enum e WHERE e.enumtypid = x.oid)`,
  range,
})}`;

// The row types of tables and the array types come and go with what they belong to.
const types = `${inSchema("pg_type", "typnamespace", typeDetail)}
  WHERE NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = x.oid)
    AND (x.typrelid = 0 OR EXISTS (SELECT FROM rel c WHERE c.oid = x.typrelid AND c.relkind = 'c'))`;

const operators = inSchema(
  "pg_operator",
  "oprnamespace",
  `${rowWithout(
    "x",
    "oprname oprnamespace oprowner oprleft oprright oprresult oprcom oprnegate",
  )} || ${detail({
    owner: owner("x.oprowner"),
    result: named("x.oprresult", "regtype"),
    commutator: named("x.oprcom", "regoperator"),
    negator: named("x.oprnegate", "regoperator"),
  })}`,
);

const operatorClasses = inSchema(
  "pg_opclass",
  "opcnamespace",
  detail({
    owner: owner("x.opcowner"),
    family: identity("pg_opfamily", "x.opcfamily"),
    input: "x.opcintype::regtype::text",
    key: named("x.opckeytype", "regtype"),
    default: "x.opcdefault",
  }),
);

const families: readonly Section[] = [
  inSchema("pg_opfamily", "opfnamespace", detail({ owner: owner("x.opfowner") })),
  atLarge(
    "pg_amop",
    detail({
      operator: "x.amopopr::regoperator::text",
      purpose: "x.amoppurpose",
      sort: identity("pg_opfamily", "x.amopsortfamily"),
    }),
  ),
  atLarge("pg_amproc", detail({ function: "x.amproc::oid::regprocedure::text" })),
];

const casts = atLarge(
  "pg_cast",
  detail({
    function: named("x.castfunc", "regprocedure"),
    context: "x.castcontext",
    method: "x.castmethod",
  }),
);

const collations = inSchema(
  "pg_collation",
  "collnamespace",
  `${rowWithout("x", "collname collnamespace collowner")} || ${detail({ owner: owner("x.collowner") })}`,
);

const conversions = inSchema(
  "pg_conversion",
  "connamespace",
  `${rowWithout("x", "conname connamespace conowner")} || ${detail({ owner: owner("x.conowner") })}`,
);

/** Types and what the user may define around them. */
export const typeSections: readonly Section[] = [
  types,
  operators,
  operatorClasses,
  ...families,
  casts,
  collations,
  conversions,
];
