import type { Question, TableContext } from "../../../src/diff/judgement.ts";

/** The table that the texts are about. */
export const table: TableContext = {
  schema: "public",
  name: "orders",
  columns: [
    { name: "id", type: "integer" },
    { name: "total", type: "numeric(10,2)" },
    { name: "amount", type: "numeric" },
    { name: "email", type: "character varying(20)" },
    { name: "name", type: "text" },
    { name: "code", type: "character(3)" },
    { name: "tags", type: "text[]" },
    { name: "data", type: "jsonb" },
    { name: "raw", type: "json" },
    { name: "at", type: "timestamp with time zone" },
    { name: "day", type: "date" },
    { name: "active", type: "boolean" },
    { name: "state", type: "public.state" },
    { name: "states", type: "public.state[]" },
    { name: "Mixed Name", type: "integer" },
    { name: "big", type: "bigint" },
    { name: "span", type: "interval" },
    { name: "key", type: "uuid" },
  ],
};

// A line without an arrow says the role, and the column where there is one.
function questions(text: string): readonly Question[] {
  const found: Question[] = [];
  let [role, column]: readonly (string | undefined)[] = [];
  for (const line of text.split("\n").filter((each) => each !== "")) {
    const [model, database] = line.replace(/^ {2}/, "").split("  =>  ");
    if (model === undefined || database === undefined) [role, column] = line.replace(":", "").split(" ");
    else
      found.push({
        role: roleOf(role),
        column,
        ...(role === "policy" ? { schema: "public" } : {}),
        table: role === "type" ? null : table,
        model,
        database: database.replaceAll("\\n", "\n"),
      });
  }
  return found;
}

function roleOf(role: string | undefined): Question["role"] {
  if (
    role === "type" ||
    role === "default" ||
    role === "generated" ||
    role === "condition" ||
    role === "expression" ||
    role === "policy"
  )
    return role;
  throw new Error(`no role ${role}`);
}

/** An author's text and the database's, which mean the same. */
export const EQUAL: readonly Question[] = questions(`
type:
  int4  =>  integer
  INT  =>  integer
  varchar(20)  =>  character varying(20)
  numeric(10, 2)  =>  numeric(10,2)
  timestamptz(3)  =>  timestamp(3) with time zone
  char  =>  character(1)
  int[4]  =>  integer[]
  state  =>  public.state
  "state"[]  =>  public.state[]
  pg_catalog.int8  =>  bigint
  float(10)  =>  real
  interval year to month  =>  interval year to month
  bit varying(5)  =>  bit varying(5)
  oid  =>  oid
    TEXT   =>  text
  public.positive  =>  public.positive
default name:
  'abc'  =>  'abc'::text
  'abc'::text  =>  'abc'::text
  NULL  =>  NULL
  shout('a')  =>  public.shout('a'::text)
  upper('a') -- comment  =>  upper('a'::text)
default email:
  'abc'  =>  'abc'::character varying
  'abc'::varchar(20)  =>  'abc'::character varying(20)
default at:
  CURRENT_TIMESTAMP  =>  CURRENT_TIMESTAMP
  NOW()  =>  now()
  now() at time zone 'utc'  =>  (now() AT TIME ZONE 'utc'::text)
  '2024-01-01T00:00:00Z'  =>  '2024-01-01 00:00:00+00'::timestamp with time zone
default amount:
  (5)  =>  5
  5  =>  5
default tags:
  '{}'  =>  '{}'::text[]
  array['a', 'b']  =>  ARRAY['a'::text, 'b'::text]
  '{a,b}'::text[]  =>  '{a,b}'::text[]
default data:
  '{"b":1,"a":[1,2]}'  =>  '{"a": [1, 2], "b": 1}'::jsonb
  '{}'::jsonb  =>  '{}'::jsonb
default raw:
  '{"a":1}'  =>  '{"a":1}'::json
default active:
  true  =>  true
  't'  =>  true
  FALSE  =>  false
  not true  =>  (NOT true)
  1 < 2 and true  =>  ((1 < 2) AND true)
default state:
  'new'  =>  'new'::public.state
  'new'::state  =>  'new'::public.state
default states:
  '{new}'  =>  '{new}'::public.state[]
default big:
  '9223372036854775807'  =>  '9223372036854775807'::bigint
  nextval('counter')  =>  nextval('public.counter'::regclass)
default span:
  '1 day'  =>  '1 day'::interval
  interval '24:00'  =>  '24:00:00'::interval
default key:
  gen_random_uuid()  =>  gen_random_uuid()
condition:
  id IN (1, 2)  =>  id = ANY (ARRAY[1, 2])
  (id in (1,2))  =>  (id = ANY (ARRAY[1, 2]))
  email IN ('a', 'b')  =>  (email)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[])
  email IN ('a', 'b')  =>  ((email)::text = ANY (ARRAY[('a'::character varying)::text, ('b'::character varying)::text]))
  total > 0 AND orders.id < 5  =>  (total > (0)::numeric) AND (id < 5)
  public.orders.total > 0  =>  total > (0)::numeric
  "public"."orders"."total" >= 0 or 'public.orders.id' = name  =>  (total >= (0)::numeric) OR ('public.orders.id'::text = name)
  "orders"."total" >= 0  =>  total >= (0)::numeric
  "Mixed Name" BETWEEN 1 AND 9  =>  ("Mixed Name" >= 1) AND ("Mixed Name" <= 9)
  state <> 'new'  =>  state <> 'new'::public.state
  active  =>  active
  active IS TRUE  =>  active IS TRUE
  name ~ '^a' OR name LIKE 'b%'  =>  (name ~ '^a'::text) OR (name ~~ 'b%'::text)
  is_fine(id)  =>  public.is_fine(id)
  data ? 'a'  =>  data ? 'a'::text
  code = 'abc'  =>  code = 'abc'::bpchar
  U&"\\0069d" > 0  =>  id > 0
  orders IS NOT NULL  =>  orders.* IS NOT NULL
expression:
  LOWER(email)  =>  lower((email)::text)
  email || name  =>  (email)::text || name
  id + 1  =>  (id + 1)
  coalesce(name, 'x')  =>  COALESCE(name, 'x'::text)
  (data->>'a')::int  =>  ((data ->> 'a'::text))::integer
  name COLLATE "C"  =>  name COLLATE "C"
  case when active then 1 end  =>  \\nCASE\\n    WHEN active THEN 1\\n    ELSE NULL::integer\\nEND
generated name:
  lower(email)  =>  lower((email)::text)
  name || 'x'  =>  (name || 'x'::text)
generated amount:
  total * 2  =>  total * (2)::numeric
policy:
  orders.id > 0 and "public"."orders"."total" > 1  =>  (id > 0) AND (total > (1)::numeric)
  true  =>  true
  exists (select 1 from canary where a = id)  =>  EXISTS ( SELECT 1\\n   FROM public.canary\\n  WHERE (canary.a = orders.id))
  "public"."orders"."id" in (select "canary"."a" from "canary")  =>  id IN ( SELECT canary.a\\n   FROM public.canary)
  id = (select max(a) from orders)  =>  id = ( SELECT max(orders_1.a) AS max\\n   FROM public.orders orders_1)
  (select current_user) = name  =>  ( SELECT CURRENT_USER AS "current_user") = name
`);

/** Texts that do not. */
export const UNEQUAL: readonly Question[] = questions(`
type:
  int4  =>  bigint
  varchar(20)  =>  character varying(21)
  varchar  =>  text
  numeric  =>  numeric(10,2)
  text[]  =>  text
  serial  =>  integer
  bigserial  =>  serial
  char  =>  "char"
  timestamp  =>  timestamp with time zone
  nonsense  =>  integer
  other.state  =>  public.state
  json  =>  jsonb
  int; DROP TABLE canary  =>  integer
default name:
  'abd'  =>  'abc'::text
  no_such_function()  =>  'abc'::text
  'ABC'  =>  'abc'::text
  'it''s'  =>  'its'::text
  NULL  =>  'abc'::text
default at:
  now()  =>  CURRENT_TIMESTAMP
  '2024-01-01T00:00:00Z'  =>  '2024-01-01 01:00:00+00'::timestamp with time zone
default amount:
  5  =>  5.0
  '5'  =>  5
  5  =>  6
default tags:
  '{}'  =>  ARRAY[]::text[]
  '{a}'  =>  '{b}'::text[]
default data:
  '{"a":1}'  =>  '{"a": 2}'::jsonb
default raw:
  '{"a": 1}'  =>  '{"a":1}'::json
default state:
  'old'  =>  'new'::public.state
condition:
  id IN (1, 2)  =>  id = ANY (ARRAY[1, 3])
  total > 0  =>  total >= (0)::numeric
  other.orders.total > 0  =>  total > (0)::numeric
  no_such_column > 0  =>  total > (0)::numeric
  id > 0 OR id < 9  =>  (id > 0) AND (id < 9)
  name  =>  active
  id > 0); DROP TABLE canary; --  =>  id > 0
  id >  =>  id > 0
expression:
  lower(email)  =>  upper((email)::text)
  email  =>  name
  count(*)  =>  id
generated name:
  lower(email)  =>  upper((email)::text)
  now()::text  =>  lower((email)::text)
policy:
  exists (select 1 from canary where a = 1)  =>  EXISTS ( SELECT 1\\n   FROM public.canary\\n  WHERE (canary.a = 2))
  exists (select from no_such_table)  =>  true
  exists (select from canary where id = 1)  =>  EXISTS ( SELECT\\n   FROM public.canary\\n  WHERE (canary.a = 1))
  other.orders.id > 0  =>  id > 0
  id > 0); DROP TABLE canary; --  =>  id > 0
`);
