import { expect, test } from "vitest";
import { commonTablesIn, relationsIn } from "../../../src/catalog/sqlText.ts";

test.each([
  ['select "id", "name" from "users"', ["users"]],
  [
    'select "a"."id" from "users" "a" left join "s"."orders" on "a"."id" = "user_id", t3',
    ["users", "s.orders", "t3"],
  ],
  [
    "select a, (select count(*) from c) as n, d from only e, lateral (select 1 from f) g, h order by i, j",
    "cefh",
  ],
  ["select * from x where y in (select z from u, v), w", "xuv"],
  ["select 1 from t, (select a, b from x), y", "txy"],
  [
    'select * from (a join b on a.i = b.i) where x = \'from q\' -- from r\n union all select u from "v""w"',
    ["a", "b", 'v"w'],
  ],
  ["select * from a join b using (i, j), c", "abc"],
  [" SELECT u.id FROM public.users u, public.orders o WHERE u.id = o.x", ["public.users", "public.orders"]],
])("the relations of %s", (query, expected) => {
  const found = relationsIn(query).map(({ schema, name }) =>
    schema === undefined ? name : `${schema}.${name}`,
  );
  expect(found).toEqual(Array.from(expected));
});

test.each([
  [
    "with a as (select 1), b (x, y) as materialized (select 2), c as not materialized (select 3) select * from a",
    "abc",
  ],
  ['with recursive "T" (n) as (values (1)) select n as m, (n + 1) as k from "T"', "T"],
  ["select cast(a as integer), b as c from d as e", ""],
])("the common table expressions of %s", (query, expected) => {
  expect(commonTablesIn(query)).toEqual(Array.from(expected));
});
