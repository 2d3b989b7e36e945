/** A query for lines: which object (class, id, sub), its label if not the usual one, its detail. */
export type Section = string;

/** `jsonb_build_object` with the given expressions. */
export function detail(fields: Readonly<Record<string, string>>): string {
  return `jsonb_build_object(${Object.entries(fields)
    .map(([key, expression]) => `'${key}', ${expression}`)
    .join(", ")})`;
}

/** A catalog row without the named columns: what a newer major adds is in by itself. */
export function rowWithout(alias: string, columns: string): string {
  return `(to_jsonb(${alias}) - '{oid,${columns.trim().split(/\s+/).join(",")}}'::text[])`;
}

export function owner(column: string): string {
  return `pg_get_userbyid(${column})`;
}

/** Privileges in one order; none stored and the default ones stored mean the same. */
export function acl(column: string, kind: string, ownerColumn: string): string {
  return sorted(`coalesce(${column}, acldefault(${kind}, ${ownerColumn}))`);
}

export function sorted(array: string): string {
  return `(SELECT array_agg(item::text ORDER BY item::text COLLATE "C") FROM unnest(${array}) item)`;
}

/** An OID as text of the given reg-type; null for none. */
export function named(column: string, type: string): string {
  return `nullif(${column}, 0)::${type}::text`;
}

/** What PostgreSQL itself calls an object, with its kind. */
export function identity(catalog: string, id: string, sub: string = "0"): string {
  const call = `pg_identify_object('${catalog}'::regclass, ${id}, ${sub})`;
  return `(SELECT o.type || ' ' || o.identity FROM ${call} o WHERE ${id} <> 0)`;
}

export function section(catalog: string, id: string, shown: string, from: string): Section {
  return `SELECT '${catalog}'::regclass::oid, ${id}, 0, NULL::text, ${shown} FROM ${from}`;
}

/** All objects of a catalog that live in the user's schemas, under the alias `x`. */
export function inSchema(catalog: string, schemaColumn: string, shown: string): Section {
  return section(catalog, "x.oid", shown, `${catalog} x JOIN ns ON ns.oid = x.${schemaColumn}`);
}

/** All objects of a catalog without schemas that initdb did not create, under the alias `x`. */
export function atLarge(catalog: string, shown: string): Section {
  // 16384 is FirstNormalObjectId of access/transam.h.
  return section(catalog, "x.oid", shown, `${catalog} x WHERE x.oid >= 16384`);
}
