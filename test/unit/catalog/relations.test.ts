import { expect, test } from "vitest";
import { commonTablesIn, relationsIn, withoutSchema } from "../../../src/catalog/sqlText.ts";

test.each([
  ['select "id", "name" from "users"', ["users"]],
  [
    'select "a"."id" from "users" "a" left join "s"."orders" on "a"."id" = "user_id", t3',
    ["users", "s.orders", "t3"],
  ],
  [
    "select a, (select count(*) from c) as n, d from only e, lateral (select 1 from f) g, h order by i, j",
    ["c", "e", "f", "h"],
  ],
  ["select * from x where y in (select z from u, v), w", ["x", "u", "v"]],
  ["select 1 from t, (select a, b from x), y", ["t", "x", "y"]],
  [
    'select * from (a join b on a.i = b.i) where x = \'from q\' -- from r\n union all select u from "v""w"',
    ["a", "b", 'v"w'],
  ],
  ["select * from a join b using (i, j), c", ["a", "b", "c"]],
  [" SELECT u.id FROM public.users u, public.orders o WHERE u.id = o.x", ["public.users", "public.orders"]],
])("the relations of %s", (query, expected) => {
  const found = relationsIn(query).map(({ schema, name }) =>
    schema === undefined ? name : `${schema}.${name}`,
  );
  expect(found).toEqual(Array.from(expected));
});

test.each([
  ['"app"."users"."id" = 1', '"users"."id" = 1'],
  ["app . users . id > APP.Users.age", "users . id > Users.age"],
  [
    "exists (select 1 from app.users where app.users.id = 2)",
    "exists (select 1 from app.users where users.id = 2)",
  ],
  ["app.users.*", "users.*"],
  ["'app.users.id' = other.users.id -- app.users.id", "'app.users.id' = other.users.id -- app.users.id"],
  ['"App"."users"."id" and x.app.users.id', '"App"."users"."id" and x.app.users.id'],
])("%s without the schema of app.users is %s", (text, expected) => {
  expect(withoutSchema(text, "app", "users")).toBe(expected);
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
