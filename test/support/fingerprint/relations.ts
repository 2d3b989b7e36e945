import { acl, detail, identity, named, owner, rowWithout, section, sorted } from "./sql.ts";
import type { Section } from "./sql.ts";

// Besides names and OIDs: what VACUUM and ANALYZE write, and hints that are only lazily reset.
const volatile = `relname relnamespace reltype reloftype relowner relam relfilenode reltablespace
  relpages reltuples relallvisible relallfrozen reltoastrelid relhasindex relhasrules
  relhastriggers relhassubclass relrewrite relfrozenxid relminmxid relacl reloptions relpartbound
  relnatts relchecks`;

const parents = `(SELECT jsonb_agg(jsonb_build_array(i.inhparent::regclass::text, i.inhdetachpending)
  ORDER BY i.inhseqno) FROM pg_inherits i WHERE i.inhrelid = c.oid)`;

const ownedBy = `(SELECT jsonb_agg(jsonb_build_array(d.deptype,
    ${identity("pg_class", "d.refobjid", "d.refobjsubid")}))
  FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.objsubid = 0
    AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i'))`;

const sequence = `(SELECT ${rowWithout("s", "seqrelid seqtypid")}
    || ${detail({ type: named("s.seqtypid", "regtype"), ownedBy })}
  FROM pg_sequence s WHERE s.seqrelid = c.oid)`;

const index = `(SELECT ${rowWithout(
  "i",
  "indexrelid indrelid indkey indcollation indclass indoption indexprs indpred indcheckxmin",
)} || ${detail({
  definition: "pg_get_indexdef(c.oid)",
  targets: `(SELECT jsonb_agg(a.attstattarget ORDER BY a.attnum)
    FROM pg_attribute a WHERE a.attrelid = c.oid)`,
})} FROM pg_index i WHERE i.indexrelid = c.oid)`;

const foreign = `(SELECT ${detail({ server: "s.srvname", options: sorted("f.ftoptions") })}
  FROM pg_foreign_table f JOIN pg_foreign_server s ON s.oid = f.ftserver WHERE f.ftrelid = c.oid)`;

const relationDetail = detail({
  owner: owner("c.relowner"),
  acl: `CASE WHEN c.relkind NOT IN ('i', 'I', 'c') THEN ${acl(
    "c.relacl",
    `(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END)::"char"`,
    "c.relowner",
  )} END`,
  accessMethod: "(SELECT m.amname FROM pg_am m WHERE m.oid = c.relam)",
  tablespace: "(SELECT t.spcname FROM pg_tablespace t WHERE t.oid = c.reltablespace)",
  options: sorted("c.reloptions"),
  toastOptions: `(SELECT ${sorted("t.reloptions")} FROM pg_class t WHERE t.oid = c.reltoastrelid)`,
  ofType: named("c.reloftype", "regtype"),
  partitionKey: "CASE c.relkind WHEN 'p' THEN pg_get_partkeydef(c.oid) END",
  bound: "pg_get_expr(c.relpartbound, c.oid)",
  parents,
  view: "CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END",
  index,
  sequence,
  foreign,
});

const relations = section("pg_class", "c.oid", `${rowWithout("c", volatile)} || ${relationDetail}`, "rel c");

const sequenceValues = section(
  "pg_class",
  "c.oid",
  detail({ lastValue: "coalesce(pg_sequence_last_value(c.oid), -1)" }),
  "rel c WHERE c.relkind = 'S'",
);

// attndims is left out: PostgreSQL ignores it, and no DDL brings it back after a dump.
const columnNoise = `attrelid attname atttypid attnum attlen attcacheoff attbyval attalign attndims
  atttypmod attisdropped atthasdef atthasmissing attmissingval attcollation attstorage
  attcompression attacl attoptions attfdwoptions`;

const position = `(SELECT count(*) FROM pg_attribute b
  WHERE b.attrelid = a.attrelid AND b.attnum BETWEEN 1 AND a.attnum AND NOT b.attisdropped)`;

function columns(ignoreOrder: boolean): Section {
  const shown = detail({
    ...(ignoreOrder ? {} : { position }),
    type: "format_type(a.atttypid, a.atttypmod)",
    default: "pg_get_expr(d.adbin, d.adrelid)",
    collation: "CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::regcollation::text END",
    storage: "nullif(a.attstorage, t.typstorage)",
    compression: "nullif(a.attcompression::text, '')",
    acl: acl("a.attacl", "'c'", "c.relowner"),
    options: sorted("a.attoptions"),
    foreignOptions: sorted("a.attfdwoptions"),
  });
  return `SELECT 'pg_class'::regclass::oid, c.oid, a.attnum, NULL,
      ${rowWithout("a", columnNoise)} || ${shown}
    FROM rel c JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_type t ON t.oid = a.atttypid
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c') AND a.attnum > 0 AND NOT a.attisdropped`;
}

/** Tables, indexes, sequences, views, foreign tables and composite types with their columns. */
export function relationSections(options: {
  readonly ignoreColumnOrder: boolean;
  readonly sequenceValues: boolean;
}): readonly Section[] {
  const sections = [relations, columns(options.ignoreColumnOrder)];
  return options.sequenceValues ? [...sections, sequenceValues] : sections;
}
