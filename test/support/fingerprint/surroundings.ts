import { acl, atLarge, detail, identity, owner, rowWithout, section, sorted } from "./sql.ts";
import type { Section } from "./sql.ts";

const schemas = section(
  "pg_namespace",
  "x.oid",
  detail({ owner: owner("x.nspowner"), acl: acl("x.nspacl", "'n'", "x.nspowner") }),
  "ns x",
);

const extensions = section(
  "pg_extension",
  "x.oid",
  `${rowWithout("x", "extname extowner extnamespace extconfig")} || ${detail({
    schema: "x.extnamespace::regnamespace::text",
    owner: owner("x.extowner"),
    tables: "(SELECT array_agg(t::regclass::text) FROM unnest(x.extconfig) t)",
  })}`,
  "pg_extension x",
);

// ALTER FUNCTION, INDEX, TRIGGER ... DEPENDS ON EXTENSION
const dependents = `SELECT d.classid, d.objid, d.objsubid, NULL,
    ${detail({ dependsOn: identity("pg_extension", "d.refobjid") })}
  FROM pg_depend d WHERE d.deptype = 'x'`;

// The database's own name is left out: tests compare databases of different names.
const database = `SELECT 0, x.oid, 0, 'database', ${detail({
  owner: owner("x.datdba"),
  acl: acl("x.datacl", "'d'", "x.datdba"),
  comment: "shobj_description(x.oid, 'pg_database')",
  settings: `(SELECT jsonb_agg(jsonb_build_array(s.role, s.settings) ORDER BY s.role COLLATE "C")
    FROM (SELECT coalesce(pg_get_userbyid(nullif(setrole, 0))::text, '') AS role,
        ${sorted("setconfig")} AS settings
      FROM pg_db_role_setting WHERE setdatabase = x.oid) s)`,
})} FROM pg_database x WHERE x.datname = current_database()`;

const comments = `SELECT x.classoid, x.objoid, x.objsubid, NULL, ${detail({
  comment: "x.description",
})} FROM pg_description x WHERE x.objoid >= 16384
  OR x.classoid = 'pg_namespace'::regclass AND x.objoid IN (SELECT oid FROM ns)`;

const securityLabels = `SELECT x.classoid, x.objoid, x.objsubid, NULL, ${detail({
  provider: "x.provider",
  securityLabel: "x.label",
})} FROM pg_seclabel x`;

const defaultPrivileges = section(
  "pg_default_acl",
  "x.oid",
  detail({ acl: sorted("x.defaclacl") }),
  "pg_default_acl x",
);

const foreign: readonly Section[] = [
  atLarge(
    "pg_foreign_data_wrapper",
    detail({
      owner: owner("x.fdwowner"),
      acl: acl("x.fdwacl", "'F'", "x.fdwowner"),
      options: sorted("x.fdwoptions"),
      handler: "nullif(x.fdwhandler, 0)::regproc::text",
      validator: "nullif(x.fdwvalidator, 0)::regproc::text",
    }),
  ),
  atLarge(
    "pg_foreign_server",
    detail({
      owner: owner("x.srvowner"),
      acl: acl("x.srvacl", "'S'", "x.srvowner"),
      options: sorted("x.srvoptions"),
      type: "x.srvtype",
      version: "x.srvversion",
      wrapper: identity("pg_foreign_data_wrapper", "x.srvfdw"),
    }),
  ),
  section("pg_user_mapping", "x.umid", detail({ options: sorted("x.umoptions") }), "pg_user_mappings x"),
];

const subscriptions = `SELECT 'pg_subscription'::regclass::oid, x.oid, 0, NULL, ${detail({
  owner: owner("x.subowner"),
  enabled: "x.subenabled",
  slot: "x.subslotname",
  publications: sorted("x.subpublications"),
})} FROM pg_subscription x JOIN pg_database d ON d.oid = x.subdbid
  WHERE d.datname = current_database()`;

/** The publications; row filters, column lists and whole schemas exist since 15. */
function publications(version: number): readonly Section[] {
  const members = detail({
    where: version >= 150_000 ? "pg_get_expr(x.prqual, x.prrelid)" : "NULL::text",
    columns:
      version >= 150_000
        ? `(SELECT array_agg(a.attname::text ORDER BY a.attname)
          FROM pg_attribute a WHERE a.attrelid = x.prrelid AND a.attnum = ANY (x.prattrs))`
        : "NULL::text[]",
  });
  const sections = [
    atLarge(
      "pg_publication",
      `${rowWithout("x", "pubname pubowner")} || ${detail({ owner: owner("x.pubowner") })}`,
    ),
    atLarge("pg_publication_rel", members),
  ];
  if (version < 150_000) return sections;
  return [...sections, atLarge("pg_publication_namespace", "'{}'::jsonb")];
}

/** Everything that is no relation, type or program. */
export function surroundingSections(version: number): readonly Section[] {
  const ofSchemas = [schemas, extensions, dependents, database, comments, securityLabels];
  return [...ofSchemas, defaultPrivileges, ...foreign, subscriptions, ...publications(version)];
}
