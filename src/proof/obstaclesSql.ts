/** Says that `d` is a row of pg_depend of something that depends on `on`, or on a part of it. */
function dependsOn(on: string): string {
  return `d.refclassid = ${on}.classid AND d.refobjid = ${on}.objid AND (${on}.objsubid = 0 OR d.refobjsubid = ${on}.objsubid)`;
}

/** Each target by its names, in Postgres's own numbers. */
const TARGETS = `
  SELECT place, change, 'pg_namespace'::regclass::oid, n.oid, 0
    FROM wanted w JOIN pg_namespace n ON n.nspname = w.name WHERE w.class = 'schema'
  UNION ALL SELECT place, change, 'pg_type'::regclass, t.oid, 0
    FROM wanted w JOIN pg_type t ON t.typname = w.name AND t.typnamespace = w.space WHERE w.class = 'type'
  UNION ALL SELECT place, change, 'pg_class'::regclass, c.oid, 0
    FROM wanted w JOIN pg_class c ON c.relname = w.name AND c.relnamespace = w.space WHERE w.class = 'relation'
  UNION ALL SELECT place, change, 'pg_class'::regclass, c.oid, a.attnum
    FROM wanted w JOIN pg_class c ON c.relname = w."table" AND c.relnamespace = w.space
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = w.name WHERE w.class = 'column'
  UNION ALL SELECT place, change, 'pg_constraint'::regclass, k.oid, 0
    FROM wanted w JOIN pg_class c ON c.relname = w."table" AND c.relnamespace = w.space
    JOIN pg_constraint k ON k.conrelid = c.oid AND k.conname = w.name WHERE w.class = 'constraint'`;

/**
 * What ALTER COLUMN TYPE refuses to touch: queries, triggers that name the column, policies, functions with parsed
 * bodies, and publications that filter by it. Indexes, constraints and statistics it makes anew.
 */
const REFUSED_BY_RETYPE = ["pg_rewrite", "pg_trigger", "pg_policy", "pg_proc", "pg_publication_rel"]
  .map((catalog) => `'${catalog}'::regclass`)
  .join(", ");

/**
 * For each target of $1 (a JSON array of `Touched`): what would go with it, what depends on any of that and so has
 * Postgres refuse (`lost` false), and what of a table that stays would go silently with a column (`lost` true).
 * Columns, queries and defaults are given by the relation that they are in, which may be one that the catalog has.
 */
export const OBSTACLES: string = `WITH RECURSIVE
  wanted AS (
    SELECT x.place - 1 AS place, o->>'class' AS class, o->>'table' AS "table", o->>'name' AS name, o->>'change' AS change,
      (SELECT n.oid FROM pg_namespace n WHERE n.nspname = o->>'schema') AS space
    FROM json_array_elements($1::json) WITH ORDINALITY x(o, place)),
  targets(place, change, classid, objid, objsubid) AS MATERIALIZED (${TARGETS}),
  gone(place, classid, objid, objsubid) AS (
    SELECT place, classid, objid, objsubid FROM targets WHERE change IN ('dropped', 'rebuilt')
    UNION SELECT g.place, d.classid, d.objid, d.objsubid
      FROM gone g JOIN pg_depend d ON ${dependsOn("g")} WHERE d.deptype IN ('a', 'i', 'P', 'S', 'x')),
  retyped(place, change, classid, objid, objsubid) AS (
    SELECT place, change, classid, objid, objsubid FROM targets WHERE change IN ('retyped', 'recast')
    UNION SELECT g.place, 'retyped', d.classid, d.objid, d.objsubid
      FROM gone g JOIN targets t ON t.place = g.place AND t.change = 'rebuilt' JOIN pg_depend d ON ${dependsOn("g")}
      WHERE d.classid = 'pg_class'::regclass AND d.objsubid > 0),
  dependents(place, lost, classid, objid, objsubid) AS (
    SELECT g.place, false, d.classid, d.objid, d.objsubid
      FROM gone g JOIN pg_depend d ON ${dependsOn("g")} WHERE d.deptype = 'n'
    UNION SELECT r.place, false, d.classid, d.objid, d.objsubid
      FROM retyped r JOIN pg_depend d ON ${dependsOn("r")}
      WHERE d.classid IN (${REFUSED_BY_RETYPE}) OR r.change = 'recast' AND d.classid = 'pg_constraint'::regclass
        AND EXISTS (SELECT FROM pg_constraint k WHERE k.oid = d.objid AND k.contype = 'f')),
  whole AS (SELECT DISTINCT classid, objid, objsubid FROM gone),
  found(place, lost, classid, objid, objsubid) AS (
    SELECT d.* FROM dependents d WHERE NOT EXISTS (SELECT FROM whole o
      WHERE o.classid = d.classid AND o.objid = d.objid AND (o.objsubid = 0 OR o.objsubid = d.objsubid))
    UNION SELECT g.place, true, g.classid, g.objid, 0
      FROM gone g JOIN targets t ON t.place = g.place AND t.objsubid > 0
      WHERE NOT EXISTS (SELECT FROM whole o WHERE o.classid = t.classid AND o.objid = t.objid AND o.objsubid = 0)
        AND (g.classid = 'pg_statistic_ext'::regclass
          OR g.classid = 'pg_constraint'::regclass
            AND EXISTS (SELECT FROM pg_constraint k WHERE k.oid = g.objid AND k.contype <> 'n')
          OR g.classid = 'pg_class'::regclass AND EXISTS (SELECT FROM pg_index i WHERE i.indexrelid = g.objid)
            AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = g.objid))),
  named AS (
    SELECT DISTINCT f.place, f.lost,
      CASE WHEN v.ev_class IS NULL THEN f.classid ELSE 'pg_class'::regclass END AS classid, coalesce(v.ev_class, f.objid) AS objid,
      CASE WHEN v.ev_class IS NOT NULL OR c.relkind IN ('v', 'm') THEN 0 ELSE f.objsubid END AS objsubid,
      coalesce(v.ev_class, c.oid, k.conrelid, e.adrelid, p.polrelid) AS relation, coalesce(a.attname, k.conname, p.polname) AS name
    FROM found f
    LEFT JOIN pg_rewrite v ON f.classid = 'pg_rewrite'::regclass AND v.oid = f.objid
    LEFT JOIN pg_class c ON f.classid = 'pg_class'::regclass AND c.oid = f.objid
    LEFT JOIN pg_constraint k ON f.classid = 'pg_constraint'::regclass AND k.oid = f.objid
    LEFT JOIN pg_attrdef e ON f.classid = 'pg_attrdef'::regclass AND e.oid = f.objid
    LEFT JOIN pg_policy p ON f.classid = 'pg_policy'::regclass AND p.oid = f.objid
    LEFT JOIN pg_attribute a ON a.attrelid = coalesce(CASE WHEN c.relkind NOT IN ('v', 'm') THEN c.oid END, e.adrelid)
      AND a.attnum = CASE WHEN e.oid IS NULL THEN f.objsubid ELSE e.adnum END AND a.attnum > 0
    WHERE NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = f.classid AND x.objid = f.objid AND x.deptype = 'e'))
  SELECT m.place::text AS place, m.lost, m.classid::regclass::text AS class, coalesce(n.nspname, '') AS schema,
    coalesce(r.relname, '') AS relation, coalesce(m.name, '') AS name,
    pg_describe_object(m.classid, m.objid, m.objsubid) AS description
  FROM named m LEFT JOIN pg_class r ON r.oid = m.relation LEFT JOIN pg_namespace n ON n.oid = r.relnamespace
  ORDER BY m.place, description`;
