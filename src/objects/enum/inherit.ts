import { quoteLiteral } from "../../operations/sql.ts";

/**
 * SQL that gives a type that was built anew the owner, the privileges and the comment of the former one. They are asked
 * of the database when the revision runs, since roles differ from one server to the next. Both names are SQL.
 */
export function inheritFrom(former: string, type: string): string {
  const body = `
DECLARE
  former record;
  privilege record;
  type text := ${quoteLiteral(type)};
BEGIN
  SELECT oid, typacl, pg_catalog.pg_get_userbyid(typowner) AS owner INTO former
    FROM pg_catalog.pg_type WHERE oid = ${quoteLiteral(former)}::pg_catalog.regtype;
  EXECUTE pg_catalog.format('COMMENT ON TYPE %s IS %L', type, pg_catalog.obj_description(former.oid, 'pg_type'));
  EXECUTE pg_catalog.format('ALTER TYPE %s OWNER TO %I', type, former.owner);
  IF former.typacl IS NULL THEN RETURN; END IF;
  EXECUTE pg_catalog.format('REVOKE ALL ON TYPE %s FROM PUBLIC, %I', type, former.owner);
  FOR privilege IN SELECT * FROM pg_catalog.aclexplode(former.typacl) LOOP
    EXECUTE pg_catalog.format('GRANT %s ON TYPE %s TO %s%s', privilege.privilege_type, type,
      CASE privilege.grantee WHEN 0 THEN 'PUBLIC'
        ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(privilege.grantee)) END,
      CASE WHEN privilege.is_grantable THEN ' WITH GRANT OPTION' END);
  END LOOP;
END`;
  return `DO ${quoteLiteral(body)}`;
}
