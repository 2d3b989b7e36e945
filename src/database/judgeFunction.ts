import { queryColumns } from "../objects/queryColumns.ts";

/**
 * SQL that creates pg_temp.limbeck_judge_queries(jsonb): it takes queries by key and gives for each what Postgres
 * prints of a view with that body, and the view's columns; a query that Postgres refuses is missing. Each view is
 * temporary and gone with a subtransaction of its own; of what it reads it locks nothing against readers or writers.
 */
export const QUERY_FUNCTION: string = `
CREATE FUNCTION pg_temp.limbeck_print_query(judged regclass) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp AS $print$
  SELECT jsonb_build_object('print', pg_get_viewdef(judged::oid), 'columns', ${queryColumns("judged")})
$print$;

CREATE FUNCTION pg_temp.limbeck_try_query(name text, query text) RETURNS jsonb LANGUAGE plpgsql AS $try$
DECLARE
  printed jsonb;
BEGIN
  BEGIN
    -- In parentheses, so that neither a second command nor WITH CHECK OPTION passes for a part of it.
    EXECUTE 'CREATE TEMPORARY VIEW ' || name || ' AS (' || query || E'\n)';
    printed := pg_temp.limbeck_print_query(('pg_temp.' || name)::regclass);
    RAISE EXCEPTION USING ERRCODE = 'LB000';
  EXCEPTION
    WHEN SQLSTATE 'LB000' THEN RETURN printed;
    WHEN insufficient_privilege THEN
      IF pg_catalog.has_database_privilege(pg_catalog.current_database(), 'TEMPORARY') THEN RETURN NULL; END IF;
      RAISE;
    WHEN read_only_sql_transaction OR insufficient_resources OR operator_intervention OR internal_error THEN RAISE;
    WHEN OTHERS THEN RETURN NULL;
  END;
END
$try$;

CREATE FUNCTION pg_temp.limbeck_judge_queries(queries jsonb) RETURNS jsonb LANGUAGE sql AS $queries$
  SELECT coalesce(pg_catalog.jsonb_object_agg(key, printed) FILTER (WHERE printed IS NOT NULL), '{}')
  FROM (SELECT key, pg_temp.limbeck_try_query('"limbeck query"', value) AS printed
    FROM pg_catalog.jsonb_each_text(queries) OFFSET 0) tried
$queries$`;

/**
 * SQL that creates pg_temp.limbeck_judge(jsonb), the part of the judge that runs in the server. It takes groups of
 * texts about one table and gives for each group an object of what Postgres prints, by the texts' keys; a text that
 * Postgres refuses is missing.
 *
 * A group is { name, columns, items }, SQL all of them: the table's quoted name, `"column" type` each, and by key an
 * element of CREATE TABLE, which is a constraint or a column named by the key, or a command that begins with CREATE and
 * makes a policy of that name on the table.
 *
 * Each group gets a temporary table that bears the real table's name, so that `orders.total > 0` can be read. It is
 * partitioned and so has no files; it is gone with its subtransaction, so that no number of groups can exhaust the
 * lock table. Twenty-five tables share a subtransaction, which halves the time; where any text is refused (or two tables
 * have one name), each is tried by itself. The functions lie in the session's temporary schema and go with the
 * transaction.
 */
export const JUDGE_FUNCTION: string = `
CREATE FUNCTION pg_temp.limbeck_print(judged regclass) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp AS $print$
  SELECT coalesce(jsonb_object_agg(key, print) FILTER (WHERE print IS NOT NULL), '{}') FROM (
    SELECT conname AS key, pg_get_expr(conbin, conrelid) AS print
    FROM pg_constraint WHERE conrelid = judged AND contype = 'c' AND conname LIKE 'limbeck %'
    UNION ALL
    SELECT attname, CASE WHEN attname LIKE 'limbeck type %' THEN format_type(atttypid, atttypmod)
      ELSE coalesce(pg_get_expr(adbin, adrelid), 'NULL') END
    FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    WHERE attrelid = judged AND attnum > 0 AND attname LIKE 'limbeck %' AND attname <> 'limbeck key'
    UNION ALL
    SELECT polname, pg_get_expr(polqual, polrelid) FROM pg_policy WHERE polrelid = judged
  ) prints
$print$;

CREATE FUNCTION pg_temp.limbeck_make(name text, elements text[]) RETURNS void LANGUAGE plpgsql AS $make$
DECLARE
  command text;
BEGIN
  EXECUTE 'CREATE TEMPORARY TABLE ' || name || ' ("limbeck key" integer' || coalesce(', ' || (
    SELECT pg_catalog.string_agg(e, ', ') FROM pg_catalog.unnest(elements) e WHERE e NOT LIKE 'CREATE %'), '')
    || ') PARTITION BY RANGE ("limbeck key")';
  FOR command IN SELECT e FROM pg_catalog.unnest(elements) e WHERE e LIKE 'CREATE %' LOOP
    EXECUTE command;
  END LOOP;
END
$make$;

CREATE FUNCTION pg_temp.limbeck_try(name text, elements text[]) RETURNS jsonb LANGUAGE plpgsql AS $try$
DECLARE
  prints jsonb;
BEGIN
  BEGIN
    PERFORM pg_temp.limbeck_make(name, elements);
    prints := pg_temp.limbeck_print(('pg_temp.' || name)::regclass);
    RAISE EXCEPTION USING ERRCODE = 'LB000';
  EXCEPTION
    WHEN SQLSTATE 'LB000' THEN RETURN prints;
    -- Not the text's fault: no temporary tables here, out of memory or locks, cancelled, a bug of the server.
    WHEN insufficient_privilege THEN
      IF pg_catalog.has_database_privilege(pg_catalog.current_database(), 'TEMPORARY') THEN RETURN NULL; END IF;
      RAISE;
    WHEN read_only_sql_transaction OR insufficient_resources OR operator_intervention OR internal_error THEN RAISE;
    WHEN OTHERS THEN RETURN NULL;
  END;
END
$try$;

CREATE FUNCTION pg_temp.limbeck_try_all(groups jsonb) RETURNS jsonb LANGUAGE plpgsql AS $all$
DECLARE
  judged record;
  prints jsonb;
BEGIN
  BEGIN
    FOR judged IN
      SELECT g->>'name' AS name, ARRAY(SELECT pg_catalog.jsonb_array_elements_text(g->'columns')
        UNION ALL SELECT value FROM pg_catalog.jsonb_each_text(g->'items')) AS elements
      FROM pg_catalog.jsonb_array_elements(groups) g
    LOOP
      PERFORM pg_temp.limbeck_make(judged.name, judged.elements);
    END LOOP;
    prints := pg_catalog.jsonb_agg(pg_temp.limbeck_print(('pg_temp.' || (g->>'name'))::regclass) ORDER BY place)
      FROM pg_catalog.jsonb_array_elements(groups) WITH ORDINALITY a(g, place);
    RAISE EXCEPTION USING ERRCODE = 'LB000';
  EXCEPTION
    WHEN SQLSTATE 'LB000' THEN RETURN prints;
    WHEN OTHERS THEN RETURN NULL;
  END;
END
$all$;

CREATE FUNCTION pg_temp.limbeck_judge_each(groups jsonb) RETURNS jsonb[] LANGUAGE plpgsql AS $each$
DECLARE
  judged record;
  item record;
  usable text[];
  prints jsonb;
  results jsonb[] := '{}';
BEGIN
  FOR judged IN
    SELECT g->>'name' AS name, g->'items' AS items,
      ARRAY(SELECT pg_catalog.jsonb_array_elements_text(g->'columns')) AS columns
    FROM pg_catalog.jsonb_array_elements(groups) WITH ORDINALITY a(g, place) ORDER BY place
  LOOP
    prints := pg_temp.limbeck_try(judged.name, judged.columns
      || ARRAY(SELECT value FROM pg_catalog.jsonb_each_text(judged.items)));
    IF prints IS NULL THEN
      -- A column whose type does not exist must not take the others along, nor one text the next.
      usable := CASE WHEN pg_temp.limbeck_try(judged.name, judged.columns) IS NOT NULL THEN judged.columns
        ELSE ARRAY(SELECT c FROM pg_catalog.unnest(judged.columns) c
          WHERE pg_temp.limbeck_try(judged.name, ARRAY[c]) IS NOT NULL) END;
      prints := '{}';
      FOR item IN SELECT value FROM pg_catalog.jsonb_each_text(judged.items) LOOP
        prints := prints || coalesce(pg_temp.limbeck_try(judged.name, usable || item.value), '{}');
      END LOOP;
    END IF;
    results := results || prints;
  END LOOP;
  RETURN results;
END
$each$;

CREATE FUNCTION pg_temp.limbeck_judge(groups jsonb) RETURNS jsonb LANGUAGE plpgsql AS $judge$
DECLARE
  batch jsonb;
  prints jsonb;
  results jsonb[] := '{}';
BEGIN
  FOR batch IN
    SELECT pg_catalog.jsonb_agg(g ORDER BY place)
    FROM pg_catalog.jsonb_array_elements(groups) WITH ORDINALITY a(g, place)
    GROUP BY (place - 1) / 25 ORDER BY (place - 1) / 25
  LOOP
    prints := pg_temp.limbeck_try_all(batch);
    results := results || CASE WHEN prints IS NULL THEN pg_temp.limbeck_judge_each(batch)
      ELSE ARRAY(SELECT pg_catalog.jsonb_array_elements(prints)) END;
  END LOOP;
  RETURN pg_catalog.to_jsonb(results);
END
$judge$`;
