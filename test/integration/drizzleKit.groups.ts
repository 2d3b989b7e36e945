// Scenarios that drizzle-kit stumbles over for the same reason, by name.

export const ALL_TYPES: readonly string[] = [
  "column--add-all-types",
  "column--all-types-in-new-table",
  "column--all-types-unchanged",
];
export const ALL_ARRAYS: readonly string[] = [
  "column--add-all-types-as-arrays",
  "column--all-arrays-not-null-unchanged",
];
export const TEXT_DEFAULTS: readonly string[] = [
  "sample",
  "column--default-call-spacing",
  "column--default-null",
  "column--default-numbers-in-quotes",
  "column--default-spelled-otherwise",
  "schema--create",
  "sequence--create-as-default",
  "sequence--default-takes-another",
];
export const EXPRESSIONS: readonly string[] = [
  "column--change-default-expressions",
  "column--default-expressions-unchanged",
  "column--set-default-expressions",
];
export const LITERALS: readonly string[] = [
  "column--change-default-literals",
  "column--default-literals-unchanged",
  "column--set-default-literals",
];
export const HOSTILE_LABELS: readonly string[] = ["enum--hostile-labels", "enum--reorder-hostile-labels"];
export const CUT_NAMES: readonly string[] = ["name--cut-by-postgres", "name--cut-inside-a-character"];
export const VIEWS_ON_VIEWS: readonly string[] = [
  "materializedView--becomes-view",
  "materializedView--column-type-under-views",
  "materializedView--on-views",
  "view--becomes-materialized",
  "view--column-type-under-tower",
  "view--create-tower",
  "view--recreate-under-tower",
  "view--replace-under-tower",
];
export const QUOTES_IN_NAMES: readonly string[] = [
  "name--hostile-columns",
  "name--hostile-columns-change",
  "name--hostile-enum-altered",
  "name--hostile-schema",
  "name--hostile-tables",
  "view--hostile-names",
];
export const POLICY_ROLES: readonly string[] = [
  "policy--role-keywords-unchanged",
  "policy--roles-and-using",
  "policy--roles-reordered-unchanged",
];
export const LINKED_POLICIES: readonly string[] = [
  "policy--linked-altered",
  "policy--linked-to-a-platforms-table",
];
// The expressions of every policy.
export const POLICY_EXPRESSIONS: readonly string[] = [
  "policy--add",
  "policy--add-with-check",
  "policy--change-using",
  "policy--change-with-check",
  "policy--column-added-with-it",
  "policy--column-dropped-from-using",
  "policy--column-dropped-with-it",
  "policy--command",
  "policy--drop-table-that-another-reads",
  "policy--enum-label-added-under-it",
  "policy--enum-rebuilt-under-it",
  "policy--every-command",
  "policy--function-of-a-platform",
  "policy--function-of-a-platform-unchanged",
  "policy--linked-altered",
  "policy--linked-instead-of-inside-unchanged",
  "policy--linked-to-a-platforms-table",
  "policy--linked-to-own-table",
  "policy--neon-crud",
  "policy--new-table",
  "policy--permissive-said",
  "policy--remove-using",
  "policy--remove-with-check",
  "policy--rename",
  "policy--restrictive",
  "policy--role-keywords-unchanged",
  "policy--role-objects",
  "policy--roles",
  "policy--roles-and-using",
  "policy--roles-reordered-unchanged",
  "policy--roles-to-public",
  "policy--spelled-otherwise-unchanged",
  "policy--subqueries-on-one-another",
  "policy--subquery-in-other-schema",
  "policy--subquery-on-another-table",
  "policy--subquery-on-own-table",
  "policy--subquery-spelled-otherwise-unchanged",
  "policy--type-and-using",
  "policy--type-of-another-tables-column",
  "policy--type-of-own-column",
  "policy--type-of-unread-column",
  "rowSecurity--forced-stays",
];

export const SEQUENCE_DEFAULTS: readonly string[] = [
  "sequence--bigserial-spelled-out",
  "sequence--serial-spelled-out",
  "sequence--serial-takes-another",
];
