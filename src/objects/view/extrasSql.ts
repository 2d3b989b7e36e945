/**
 * SQL for a JSON array of extras: commands that give a relation made anew what Drizzle cannot say, in their order,
 * each with the columns that it is about. `c` is the relation's row of pg_class, `n` its schema's, and `command` what
 * follows ALTER and COMMENT ON: VIEW or MATERIALIZED VIEW.
 */
export function extrasSql(command: string): string {
  const sources = [...OWNERSHIP, ...PARTS].map((source) => source.replaceAll("@command", command));
  return `(SELECT coalesce(json_agg(json_build_object('sql', e.sql, 'columns', e.columns) ORDER BY e.rank, e.sql), '[]')
    FROM (SELECT format('%I.%I', n.nspname, c.relname) AS name) self
    CROSS JOIN LATERAL (${sources.join("\n    UNION ALL ")}) e)`;
}

/** The columns of the relation that an object is about, as far as it is about single ones. */
function columnsUsedBy(catalog: string, oid: string): string {
  return `ARRAY(SELECT DISTINCT ua.attname FROM pg_depend ud
      JOIN pg_attribute ua ON ua.attrelid = c.oid AND ua.attnum = ud.refobjsubid
      WHERE ud.classid = '${catalog}'::regclass AND ud.objid = ${oid}
        AND ud.refclassid = 'pg_class'::regclass AND ud.refobjid = c.oid AND ud.refobjsubid > 0)`;
}

function commentOn(object: string, names: string, catalog: string, oid: string, from: string): string {
  return `SELECT 12, format('COMMENT ON ${object} IS %L', ${names}, od.description), ${columnsUsedBy(catalog, oid)}
      FROM ${from} JOIN pg_description od ON od.classoid = '${catalog}'::regclass AND od.objoid = ${oid} AND od.objsubid = 0`;
}

const COLUMN = "pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped";
const GRANTEE = "CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(x.grantee)) END";
const WITH_GRANT = "CASE WHEN x.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END";

/** The owner first: what it grants afterwards is granted by it. */
const OWNERSHIP: readonly string[] = [
  `SELECT 0 AS rank, format('ALTER @command %s OWNER TO %I', self.name, pg_get_userbyid(c.relowner)) AS sql,
      '{}'::name[] AS columns WHERE pg_get_userbyid(c.relowner) <> current_user`,
  // What a new relation is granted by default, it need not have been granted.
  `SELECT DISTINCT 1, format('REVOKE ALL ON TABLE %s FROM %s', self.name, ${GRANTEE}), '{}'::name[]
      FROM pg_default_acl da CROSS JOIN LATERAL aclexplode(da.defaclacl) x
      WHERE da.defaclobjtype = 'r' AND da.defaclnamespace IN (0, n.oid) AND x.grantee <> c.relowner`,
  `SELECT 2, format('REVOKE %s ON TABLE %s FROM %I', string_agg(x.privilege_type, ', ' ORDER BY x.privilege_type),
        self.name, pg_get_userbyid(c.relowner)), '{}'::name[]
      FROM aclexplode(acldefault('r', c.relowner)) x WHERE c.relacl IS NOT NULL AND NOT EXISTS (
        SELECT FROM aclexplode(c.relacl) h WHERE h.grantee = x.grantee AND h.privilege_type = x.privilege_type)
      HAVING count(*) > 0`,
  `SELECT 3, format('GRANT %s ON TABLE %s TO %s%s', string_agg(x.privilege_type, ', ' ORDER BY x.privilege_type),
        self.name, ${GRANTEE}, ${WITH_GRANT}), '{}'::name[]
      FROM aclexplode(c.relacl) x WHERE x.grantee <> c.relowner GROUP BY x.grantee, x.is_grantable`,
  `SELECT 4, format('GRANT %s ON TABLE %s TO %s%s', string_agg(format('%s (%I)', x.privilege_type, x.attname), ', '
        ORDER BY x.privilege_type), self.name, ${GRANTEE}, ${WITH_GRANT}), ARRAY[x.attname]
      FROM (SELECT a.attname, g.* FROM pg_attribute a, aclexplode(a.attacl) g
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) x
      GROUP BY x.attname, x.grantee, x.is_grantable`,
];

const INDEX = "pg_index i JOIN pg_class ic ON ic.oid = i.indexrelid AND i.indrelid = c.oid";
const TRIGGER = "(SELECT * FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal) t";
const RULE = "(SELECT * FROM pg_rewrite r WHERE r.ev_class = c.oid AND r.rulename <> '_RETURN') r";

const PARTS: readonly string[] = [
  `SELECT 5, format('ALTER @command %s ALTER COLUMN %I SET DEFAULT %s', self.name, a.attname,
        pg_get_expr(ad.adbin, ad.adrelid)), ARRAY[a.attname]
      FROM pg_attrdef ad JOIN pg_attribute a ON a.attrelid = ad.adrelid AND a.attnum = ad.adnum WHERE ad.adrelid = c.oid`,
  `SELECT 6, format('ALTER @command %s ALTER COLUMN %I SET STATISTICS %s', self.name, a.attname, a.attstattarget),
      ARRAY[a.attname] FROM ${COLUMN} AND a.attstattarget >= 0 AND c.relkind = 'm'`,
  `SELECT 6, format('ALTER @command %s ALTER COLUMN %I SET (%s)', self.name, a.attname,
        array_to_string(a.attoptions, ', ')), ARRAY[a.attname] FROM ${COLUMN} AND a.attoptions IS NOT NULL`,
  `SELECT 7, pg_get_indexdef(i.indexrelid), ${columnsUsedBy("pg_class", "i.indexrelid")} FROM ${INDEX}`,
  `SELECT 8, format('ALTER @command %s CLUSTER ON %I', self.name, ic.relname),
      ${columnsUsedBy("pg_class", "i.indexrelid")} FROM ${INDEX} WHERE i.indisclustered`,
  `SELECT 7, pg_get_statisticsobjdef(s.oid), ${columnsUsedBy("pg_statistic_ext", "s.oid")}
      FROM pg_statistic_ext s WHERE s.stxrelid = c.oid`,
  `SELECT 9, format('COMMENT ON @command %s IS %L', self.name, od.description), '{}'::name[] FROM pg_description od
      WHERE od.classoid = 'pg_class'::regclass AND od.objoid = c.oid AND od.objsubid = 0`,
  `SELECT 10, format('COMMENT ON COLUMN %s.%I IS %L', self.name, a.attname, od.description), ARRAY[a.attname]
      FROM pg_description od JOIN pg_attribute a ON a.attrelid = od.objoid AND a.attnum = od.objsubid
      WHERE od.classoid = 'pg_class'::regclass AND od.objoid = c.oid AND od.objsubid > 0`,
  `SELECT 11, pg_get_triggerdef(t.oid), ${columnsUsedBy("pg_trigger", "t.oid")} FROM ${TRIGGER}`,
  `SELECT 11, rtrim(pg_get_ruledef(r.oid), ';'), ${columnsUsedBy("pg_rewrite", "r.oid")} FROM ${RULE}`,
  commentOn("INDEX %I.%I", "n.nspname, ic.relname", "pg_class", "i.indexrelid", INDEX),
  commentOn("TRIGGER %I ON %s", "t.tgname, self.name", "pg_trigger", "t.oid", TRIGGER),
  commentOn("RULE %I ON %s", "r.rulename, self.name", "pg_rewrite", "r.oid", RULE),
];
