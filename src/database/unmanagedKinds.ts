import { notExtensionMember } from "../objects/catalogSql.ts";

/** What is shown of a relation: its qualified name. */
const RELATION = "c.oid::regclass";

function relationsOf(condition: string, on: string = "NULL"): string {
  return `SELECT ${RELATION} AS name, ${on} AS "on" FROM relations c WHERE ${condition}`;
}

/** The objects of a system catalog in the schemas in scope, named as Postgres identifies them. */
function inScope(catalog: string, schema: string, condition: string = "true"): string {
  return `SELECT i.identity AS name, NULL AS "on" FROM ${catalog} x JOIN scope n ON n.oid = x.${schema}
    CROSS JOIN LATERAL pg_identify_object('${catalog}'::regclass, x.oid, 0) i
    WHERE ${condition} AND ${notExtensionMember(catalog, "x.oid")}`;
}

function constraints(condition: string): string {
  return `SELECT quote_ident(k.conname) AS name, ${RELATION} AS "on"
    FROM relations c JOIN pg_constraint k ON k.conrelid = c.oid WHERE k.conparentid = 0 AND ${condition}`;
}

// The constructors of a range type belong to it.
function routines(kinds: string): string {
  const isOwn = `NOT EXISTS (SELECT FROM pg_depend d
    WHERE d.classid = 'pg_proc'::regclass AND d.objid = x.oid AND d.deptype = 'i')`;
  return inScope("pg_proc", "pronamespace", `x.prokind IN (${kinds}) AND ${isOwn}`);
}

const PARENT =
  "(SELECT h.inhparent::regclass FROM pg_inherits h WHERE h.inhrelid = c.oid ORDER BY h.inhseqno LIMIT 1)";

// The triggers of foreign keys are internal; those of partitions are copies of their parent's.
const TRIGGERS = `SELECT quote_ident(t.tgname) AS name, ${RELATION} AS "on"
  FROM relations c JOIN pg_trigger t ON t.tgrelid = c.oid WHERE NOT t.tgisinternal AND t.tgparentid = 0`;

const RULES = `SELECT quote_ident(r.rulename) AS name, ${RELATION} AS "on"
  FROM relations c JOIN pg_rewrite r ON r.ev_class = c.oid WHERE r.rulename <> '_RETURN'`;

const STORAGE = `SELECT quote_ident(a.attname) AS name, ${RELATION} AS "on"
  FROM relations c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  JOIN pg_type y ON y.oid = a.atttypid
  WHERE c.relkind IN ('r', 'p') AND (a.attstorage <> y.typstorage OR a.attcompression <> ''
    OR coalesce(a.attstattarget, -1) <> -1 OR a.attoptions IS NOT NULL)`;

// The tables of a publication for all tables, or for a schema, are not listed one by one.
const PUBLICATIONS = `SELECT quote_ident(p.pubname) AS name, ${RELATION} AS "on"
  FROM relations c JOIN pg_publication_rel r ON r.prrelid = c.oid JOIN pg_publication p ON p.oid = r.prpubid
  UNION ALL SELECT quote_ident(p.pubname), NULL FROM pg_publication p WHERE p.puballtables`;

const DEFAULT_PRIVILEGES = `SELECT format('%s by %I', CASE x.defaclobjtype WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences'
    WHEN 'f' THEN 'functions' WHEN 'T' THEN 'types' WHEN 'n' THEN 'schemas' ELSE 'others' END,
    pg_get_userbyid(x.defaclrole)) AS name, quote_ident(n.nspname) AS "on"
  FROM pg_default_acl x LEFT JOIN scope n ON n.oid = x.defaclnamespace WHERE x.defaclnamespace = 0 OR n.oid IS NOT NULL`;

const GRANTS = `SELECT DISTINCT coalesce(quote_ident(a.attname), 'the whole') AS name, ${RELATION} AS "on"
  FROM relations c LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attacl IS NOT NULL AND NOT a.attisdropped
  WHERE c.relkind IN ('r', 'p', 'S', 'f') AND (a.attname IS NOT NULL
    OR EXISTS (SELECT FROM aclexplode(c.relacl) g WHERE g.grantee <> c.relowner))`;

const COMMENTS = `SELECT i.type || ' ' || i.identity AS name, NULL AS "on"
  FROM pg_description d
  LEFT JOIN relations c ON d.classoid = 'pg_class'::regclass AND c.oid = d.objoid
  LEFT JOIN pg_constraint k ON d.classoid = 'pg_constraint'::regclass AND k.oid = d.objoid
  LEFT JOIN pg_type y ON d.classoid = 'pg_type'::regclass AND y.oid = d.objoid
  LEFT JOIN pg_proc f ON d.classoid = 'pg_proc'::regclass AND f.oid = d.objoid
  CROSS JOIN LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) i
  WHERE (c.oid IS NOT NULL OR k.conrelid IN (SELECT oid FROM relations) OR y.typnamespace IN (SELECT oid FROM scope)
    OR f.pronamespace IN (SELECT oid FROM scope)) AND (d.classoid, d.objoid) NOT IN (SELECT classid, objid FROM extension_members)`;

/**
 * What models cannot say, each kind with a query for its objects (`name`, and what they are `on`) over the shared CTEs
 * and `relations`: the relations in scope, without those of extensions. An object is listed where it is first met.
 */
export const unmanagedKinds: Readonly<Record<string, string>> = {
  extension: `SELECT quote_ident(x.extname) AS name, NULL AS "on" FROM pg_extension x WHERE x.extname <> 'plpgsql'`,
  "partitioned table": relationsOf("c.relkind = 'p' AND NOT c.relispartition"),
  partition: relationsOf("c.relkind IN ('r', 'p') AND c.relispartition", PARENT),
  "inheriting table": relationsOf(
    `c.relkind = 'r' AND NOT c.relispartition AND ${PARENT} IS NOT NULL`,
    PARENT,
  ),
  "foreign table": relationsOf("c.relkind = 'f'"),
  "unlogged table": relationsOf("c.relkind = 'r' AND c.relpersistence = 'u'"),
  "invalid index": `SELECT ${RELATION} AS name, i.indrelid::regclass AS "on"
    FROM relations c JOIN pg_index i ON i.indexrelid = c.oid WHERE NOT i.indisvalid AND c.relkind = 'i'`,
  "composite type": inScope(
    "pg_type",
    "typnamespace",
    "EXISTS (SELECT FROM pg_class r WHERE r.oid = x.typrelid AND r.relkind = 'c')",
  ),
  domain: inScope("pg_type", "typnamespace", "x.typtype = 'd'"),
  "range type": inScope("pg_type", "typnamespace", "x.typtype = 'r'"),
  "base type": inScope(
    "pg_type",
    "typnamespace",
    "x.typtype = 'b' AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = x.oid)",
  ),
  function: routines("'f', 'w'"),
  procedure: routines("'p'"),
  aggregate: routines("'a'"),
  operator: inScope("pg_operator", "oprnamespace"),
  collation: inScope("pg_collation", "collnamespace"),
  "text search configuration": inScope("pg_ts_config", "cfgnamespace"),
  "text search dictionary": inScope("pg_ts_dict", "dictnamespace"),
  "statistics object": inScope("pg_statistic_ext", "stxnamespace"),
  trigger: TRIGGERS,
  "event trigger": `SELECT quote_ident(x.evtname) AS name, NULL AS "on" FROM pg_event_trigger x
    WHERE ${notExtensionMember("pg_event_trigger", "x.oid")}`,
  rule: RULES,
  "exclusion constraint": constraints("k.contype = 'x'"),
  "deferrable constraint": constraints("k.condeferrable AND k.contype <> 'x'"),
  "constraint that is not valid": constraints("NOT k.convalidated"),
  "replica identity": relationsOf("c.relkind IN ('r', 'p') AND c.relreplident NOT IN ('d')"),
  "column storage": STORAGE,
  publication: PUBLICATIONS,
  "default privilege": DEFAULT_PRIVILEGES,
  grant: GRANTS,
  comment: COMMENTS,
};
