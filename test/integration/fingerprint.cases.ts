/** A change that the fingerprint has to notice, and what takes it back. */
export interface Mutation {
  readonly change: string;
  readonly undo: string;
  readonly since?: number;
}

function mutation(change: string, undo: string, since: number = 14): Mutation {
  return { change, undo, since };
}

/** One of everything. Roles belong to the whole server and are left to the caller. */
export const everything = `
CREATE SCHEMA app;
CREATE TYPE app.mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE app.point AS (x integer, y numeric(10, 2));
CREATE DOMAIN app.positive AS integer DEFAULT 1 CONSTRAINT is_positive CHECK (VALUE > 0);
CREATE TYPE app.span AS RANGE (subtype = numeric);
CREATE COLLATION app.plain FROM "C";
CREATE SEQUENCE app.counter AS integer INCREMENT 2 MINVALUE 10 MAXVALUE 1000 START 20 CACHE 3 CYCLE;

CREATE FUNCTION app.double(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n * 2';
CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION app.watch() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE PROCEDURE app.work() LANGUAGE sql AS 'SELECT 1';
CREATE AGGREGATE app.total(integer) (sfunc = int4pl, stype = integer, initcond = '0');
CREATE FUNCTION app.same(app.point, app.point) RETURNS boolean LANGUAGE sql AS 'SELECT true';
CREATE OPERATOR app.=== (FUNCTION = app.same, LEFTARG = app.point, RIGHTARG = app.point);
CREATE FUNCTION app.to_point(integer) RETURNS app.point LANGUAGE sql AS 'SELECT ROW($1, 0)::app.point';
CREATE CAST (integer AS app.point) WITH FUNCTION app.to_point(integer);

CREATE TABLE app.users (
  id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT users_pk PRIMARY KEY,
  email text NOT NULL DEFAULT 'nobody@example.org',
  name varchar(50) COLLATE "C",
  mood app.mood DEFAULT 'ok',
  age app.positive,
  born timestamptz DEFAULT '2000-01-01 00:00:00+00',
  total integer GENERATED ALWAYS AS (id * 2) STORED,
  CONSTRAINT users_email_key UNIQUE (email),
  CONSTRAINT users_name_check CHECK (length(name) > 1)
) WITH (fillfactor = 70);
CREATE TABLE app.posts (
  id bigserial PRIMARY KEY,
  author integer REFERENCES app.users ON DELETE CASCADE DEFERRABLE,
  title text NOT NULL,
  body text,
  tags text[] DEFAULT '{}'
);
CREATE INDEX posts_title ON app.posts (lower(title) DESC, id) WHERE body IS NOT NULL;
CREATE INDEX posts_tags ON app.posts USING gin (tags);
CREATE UNIQUE INDEX posts_author_title ON app.posts (author, title);
CREATE STATISTICS app.posts_stats (dependencies) ON author, title FROM app.posts;
CREATE TABLE app.parent (a integer, b text);
CREATE TABLE app.child (c integer) INHERITS (app.parent);
CREATE TABLE app.grown (a integer, b text);
CREATE TABLE app.events (at date NOT NULL, kind text) PARTITION BY RANGE (at);
CREATE TABLE app.events_2024 PARTITION OF app.events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE app.events_2025 (at date NOT NULL, kind text);
ALTER TABLE app.events ATTACH PARTITION app.events_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE INDEX events_kind ON app.events (kind);
CREATE VIEW app.adults AS SELECT id, email FROM app.users WHERE age >= 18;
CREATE MATERIALIZED VIEW app.counts AS SELECT author, count(*) FROM app.posts GROUP BY author;
CREATE TRIGGER posts_touch BEFORE UPDATE ON app.posts FOR EACH ROW EXECUTE FUNCTION app.touch();
CREATE RULE posts_keep AS ON DELETE TO app.posts WHERE old.id = 1 DO INSTEAD NOTHING;
CREATE POLICY posts_own ON app.posts FOR SELECT USING (author = 1);
CREATE EVENT TRIGGER app_watch ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION app.watch();
CREATE FOREIGN DATA WRAPPER app_wrapper;
CREATE SERVER app_server FOREIGN DATA WRAPPER app_wrapper OPTIONS (host 'a');
CREATE USER MAPPING FOR CURRENT_USER SERVER app_server OPTIONS (who 'me');
CREATE FOREIGN TABLE app.remote (id integer OPTIONS (key 'true')) SERVER app_server OPTIONS (name 'r');
CREATE TEXT SEARCH CONFIGURATION app.words (COPY = pg_catalog.simple);
COMMENT ON COLUMN app.users.email IS 'where to write';
GRANT SELECT (title), UPDATE (body) ON app.posts TO PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT ON TABLES TO PUBLIC;
`;

// The order of the pairs does not matter: each is taken back before the next.
export const mutations: readonly Mutation[] = [
  mutation("CREATE SCHEMA other", "DROP SCHEMA other"),
  mutation("GRANT USAGE ON SCHEMA app TO PUBLIC", "REVOKE USAGE ON SCHEMA app FROM PUBLIC"),
  mutation("COMMENT ON SCHEMA app IS 'mine'", "COMMENT ON SCHEMA app IS NULL"),
  mutation("ALTER SCHEMA app OWNER TO pg_monitor", "ALTER SCHEMA app OWNER TO CURRENT_USER"),
  mutation(
    "ALTER TYPE app.mood RENAME VALUE 'ok' TO 'fine'",
    "ALTER TYPE app.mood RENAME VALUE 'fine' TO 'ok'",
  ),
  mutation("ALTER TYPE app.point ADD ATTRIBUTE z integer", "ALTER TYPE app.point DROP ATTRIBUTE z"),
  mutation("ALTER DOMAIN app.positive SET NOT NULL", "ALTER DOMAIN app.positive DROP NOT NULL"),
  mutation("ALTER DOMAIN app.positive SET DEFAULT 2", "ALTER DOMAIN app.positive SET DEFAULT 1"),
  mutation(
    "ALTER DOMAIN app.positive ADD CONSTRAINT small CHECK (VALUE < 9) NOT VALID",
    "ALTER DOMAIN app.positive DROP CONSTRAINT small",
  ),
  mutation("REVOKE USAGE ON TYPE app.mood FROM PUBLIC", "GRANT USAGE ON TYPE app.mood TO PUBLIC"),
  mutation("ALTER SEQUENCE app.counter CACHE 5", "ALTER SEQUENCE app.counter CACHE 3"),
  mutation("ALTER SEQUENCE app.counter NO CYCLE", "ALTER SEQUENCE app.counter CYCLE"),
  mutation("ALTER SEQUENCE app.counter OWNED BY app.posts.id", "ALTER SEQUENCE app.counter OWNED BY NONE"),
  mutation("ALTER SEQUENCE app.users_id_seq INCREMENT 7", "ALTER SEQUENCE app.users_id_seq INCREMENT 1"),
  mutation("CREATE TABLE app.extra ()", "DROP TABLE app.extra"),
  mutation("ALTER TABLE app.parent SET UNLOGGED", "ALTER TABLE app.parent SET LOGGED"),
  mutation("ALTER TABLE app.users RENAME TO people", "ALTER TABLE app.people RENAME TO users"),
  mutation("ALTER TABLE app.users SET (fillfactor = 80)", "ALTER TABLE app.users SET (fillfactor = 70)"),
  mutation(
    "ALTER TABLE app.posts SET (toast.autovacuum_enabled = false)",
    "ALTER TABLE app.posts RESET (toast.autovacuum_enabled)",
  ),
  mutation(
    "ALTER TABLE app.users ENABLE ROW LEVEL SECURITY",
    "ALTER TABLE app.users DISABLE ROW LEVEL SECURITY",
  ),
  mutation(
    "ALTER TABLE app.users FORCE ROW LEVEL SECURITY",
    "ALTER TABLE app.users NO FORCE ROW LEVEL SECURITY",
  ),
  mutation("ALTER TABLE app.users REPLICA IDENTITY FULL", "ALTER TABLE app.users REPLICA IDENTITY DEFAULT"),
  mutation(
    "ALTER TABLE app.users REPLICA IDENTITY USING INDEX users_email_key",
    "ALTER TABLE app.users REPLICA IDENTITY DEFAULT",
  ),
  mutation("ALTER TABLE app.users OWNER TO pg_monitor", "ALTER TABLE app.users OWNER TO CURRENT_USER"),
  mutation("ALTER TABLE app.grown INHERIT app.parent", "ALTER TABLE app.grown NO INHERIT app.parent"),
  mutation(
    "ALTER TABLE app.events DETACH PARTITION app.events_2025",
    `ALTER TABLE app.events ATTACH PARTITION app.events_2025
      FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')`,
  ),
  mutation("ALTER TABLE app.users ADD COLUMN nick text", "ALTER TABLE app.users DROP COLUMN nick"),
  mutation(
    "ALTER TABLE app.users RENAME name TO full_name",
    "ALTER TABLE app.users RENAME full_name TO name",
  ),
  mutation(
    "ALTER TABLE app.users ALTER email SET DEFAULT 'x'",
    "ALTER TABLE app.users ALTER email SET DEFAULT 'nobody@example.org'",
  ),
  mutation(
    "ALTER TABLE app.users ALTER email DROP NOT NULL",
    "ALTER TABLE app.users ALTER email SET NOT NULL",
  ),
  mutation(
    `ALTER TABLE app.users ALTER name TYPE varchar(60) COLLATE "C"`,
    `ALTER TABLE app.users ALTER name TYPE varchar(50) COLLATE "C"`,
  ),
  mutation(
    `ALTER TABLE app.users ALTER name TYPE varchar(50) COLLATE "POSIX"`,
    `ALTER TABLE app.users ALTER name TYPE varchar(50) COLLATE "C"`,
  ),
  mutation(
    "ALTER TABLE app.users ALTER id SET GENERATED BY DEFAULT",
    "ALTER TABLE app.users ALTER id SET GENERATED ALWAYS",
  ),
  mutation(
    "ALTER TABLE app.users ALTER total SET EXPRESSION AS (id * 3)",
    "ALTER TABLE app.users ALTER total SET EXPRESSION AS (id * 2)",
    17,
  ),
  mutation(
    "ALTER TABLE app.posts ALTER body SET STORAGE EXTERNAL",
    "ALTER TABLE app.posts ALTER body SET STORAGE EXTENDED",
  ),
  mutation(
    "ALTER TABLE app.posts ALTER body SET COMPRESSION pglz",
    "ALTER TABLE app.posts ALTER body SET COMPRESSION default",
  ),
  mutation(
    "ALTER TABLE app.posts ALTER body SET STATISTICS 500",
    "ALTER TABLE app.posts ALTER body SET STATISTICS -1",
  ),
  mutation(
    "ALTER TABLE app.posts ALTER body SET (n_distinct = 5)",
    "ALTER TABLE app.posts ALTER body RESET (n_distinct)",
  ),
  mutation("GRANT SELECT (body) ON app.posts TO PUBLIC", "REVOKE SELECT (body) ON app.posts FROM PUBLIC"),
  mutation("GRANT INSERT ON app.posts TO PUBLIC", "REVOKE INSERT ON app.posts FROM PUBLIC"),
  mutation(
    "GRANT INSERT ON app.posts TO pg_monitor WITH GRANT OPTION",
    "REVOKE INSERT ON app.posts FROM pg_monitor",
  ),
  mutation(
    "ALTER TABLE app.users ADD CONSTRAINT young CHECK (age < 200) NOT VALID",
    "ALTER TABLE app.users DROP CONSTRAINT young",
  ),
  mutation(
    "ALTER TABLE app.posts ALTER CONSTRAINT posts_author_fkey DEFERRABLE INITIALLY DEFERRED",
    "ALTER TABLE app.posts ALTER CONSTRAINT posts_author_fkey DEFERRABLE INITIALLY IMMEDIATE",
  ),
  mutation(
    "ALTER TABLE app.posts ALTER CONSTRAINT posts_author_fkey NOT ENFORCED",
    "ALTER TABLE app.posts ALTER CONSTRAINT posts_author_fkey ENFORCED",
    18,
  ),
  mutation(
    "ALTER TABLE app.posts ADD CONSTRAINT body_there NOT NULL body NOT VALID",
    "ALTER TABLE app.posts DROP CONSTRAINT body_there",
    18,
  ),
  mutation(
    "ALTER TABLE app.posts RENAME CONSTRAINT posts_title_not_null TO title_there",
    "ALTER TABLE app.posts RENAME CONSTRAINT title_there TO posts_title_not_null",
    18,
  ),
  mutation(
    "ALTER TABLE app.users RENAME CONSTRAINT users_pk TO pk",
    "ALTER TABLE app.users RENAME CONSTRAINT pk TO users_pk",
  ),
  mutation(
    "ALTER INDEX app.posts_title RENAME TO posts_by_title",
    "ALTER INDEX app.posts_by_title RENAME TO posts_title",
  ),
  mutation(
    "ALTER INDEX app.posts_title SET (fillfactor = 50)",
    "ALTER INDEX app.posts_title RESET (fillfactor)",
  ),
  mutation(
    "ALTER INDEX app.posts_title ALTER COLUMN 1 SET STATISTICS 9",
    "ALTER INDEX app.posts_title ALTER COLUMN 1 SET STATISTICS -1",
  ),
  mutation("ALTER TABLE app.users CLUSTER ON users_email_key", "ALTER TABLE app.users SET WITHOUT CLUSTER"),
  mutation(
    "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'app.posts_tags'::regclass",
    "UPDATE pg_index SET indisvalid = true WHERE indexrelid = 'app.posts_tags'::regclass",
  ),
  mutation(
    "DROP INDEX app.posts_author_title; CREATE INDEX posts_author_title ON app.posts (author, title)",
    "DROP INDEX app.posts_author_title; CREATE UNIQUE INDEX posts_author_title ON app.posts (author, title)",
  ),
  mutation(
    "CREATE OR REPLACE VIEW app.adults AS SELECT id, email FROM app.users WHERE age >= 21",
    "CREATE OR REPLACE VIEW app.adults AS SELECT id, email FROM app.users WHERE age >= 18",
  ),
  mutation("ALTER VIEW app.adults SET (security_barrier)", "ALTER VIEW app.adults RESET (security_barrier)"),
  mutation("REFRESH MATERIALIZED VIEW app.counts WITH NO DATA", "REFRESH MATERIALIZED VIEW app.counts"),
  mutation(
    "CREATE OR REPLACE FUNCTION app.double(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n + n'",
    "CREATE OR REPLACE FUNCTION app.double(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n * 2'",
  ),
  mutation("ALTER FUNCTION app.double(integer) STABLE", "ALTER FUNCTION app.double(integer) IMMUTABLE"),
  mutation(
    "REVOKE EXECUTE ON FUNCTION app.double FROM PUBLIC",
    "GRANT EXECUTE ON FUNCTION app.double TO PUBLIC",
  ),
  mutation(
    "ALTER AGGREGATE app.total(integer) RENAME TO sum",
    "ALTER AGGREGATE app.sum(integer) RENAME TO total",
  ),
  mutation("ALTER PROCEDURE app.work() SECURITY DEFINER", "ALTER PROCEDURE app.work() SECURITY INVOKER"),
  mutation(
    "ALTER TABLE app.posts DISABLE TRIGGER posts_touch",
    "ALTER TABLE app.posts ENABLE TRIGGER posts_touch",
  ),
  mutation("ALTER TABLE app.users DISABLE TRIGGER ALL", "ALTER TABLE app.users ENABLE TRIGGER ALL"),
  mutation("ALTER TABLE app.posts DISABLE RULE posts_keep", "ALTER TABLE app.posts ENABLE RULE posts_keep"),
  mutation(
    "ALTER POLICY posts_own ON app.posts USING (author = 2)",
    "ALTER POLICY posts_own ON app.posts USING (author = 1)",
  ),
  mutation(
    "ALTER POLICY posts_own ON app.posts TO pg_monitor",
    "ALTER POLICY posts_own ON app.posts TO PUBLIC",
  ),
  mutation("ALTER EVENT TRIGGER app_watch DISABLE", "ALTER EVENT TRIGGER app_watch ENABLE"),
  mutation("CREATE PUBLICATION pub FOR TABLE app.users", "DROP PUBLICATION pub"),
  mutation("CREATE PUBLICATION pub FOR TABLES IN SCHEMA app", "DROP PUBLICATION pub", 15),
  mutation(
    "COMMENT ON CONSTRAINT users_pk ON app.users IS 'key'",
    "COMMENT ON CONSTRAINT users_pk ON app.users IS NULL",
  ),
  mutation(
    "COMMENT ON COLUMN app.users.email IS 'address'",
    "COMMENT ON COLUMN app.users.email IS 'where to write'",
  ),
  mutation(
    "ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT INSERT ON TABLES TO PUBLIC",
    "ALTER DEFAULT PRIVILEGES IN SCHEMA app REVOKE INSERT ON TABLES FROM PUBLIC",
  ),
  mutation(
    "ALTER SERVER app_server OPTIONS (SET host 'b')",
    "ALTER SERVER app_server OPTIONS (SET host 'a')",
  ),
  mutation(
    "ALTER FOREIGN TABLE app.remote OPTIONS (SET name 's')",
    "ALTER FOREIGN TABLE app.remote OPTIONS (SET name 'r')",
  ),
  mutation(
    "ALTER USER MAPPING FOR CURRENT_USER SERVER app_server OPTIONS (SET who 'you')",
    "ALTER USER MAPPING FOR CURRENT_USER SERVER app_server OPTIONS (SET who 'me')",
  ),
  mutation(
    "ALTER STATISTICS app.posts_stats SET STATISTICS 50",
    "ALTER STATISTICS app.posts_stats SET STATISTICS -1",
  ),
  mutation(
    "DROP CAST (integer AS app.point)",
    "CREATE CAST (integer AS app.point) WITH FUNCTION app.to_point(integer)",
  ),
  mutation(
    "DROP OPERATOR app.=== (app.point, app.point)",
    "CREATE OPERATOR app.=== (FUNCTION = app.same, LEFTARG = app.point, RIGHTARG = app.point)",
  ),
  mutation(
    "ALTER TEXT SEARCH CONFIGURATION app.words DROP MAPPING FOR email",
    "ALTER TEXT SEARCH CONFIGURATION app.words ADD MAPPING FOR email WITH simple",
  ),
  mutation("ALTER COLLATION app.plain RENAME TO bare", "ALTER COLLATION app.bare RENAME TO plain"),
];

/** What must not show: contents, planner statistics, privileges that are the default anyway. */
export const noise: readonly string[] = [
  "INSERT INTO app.users (name, age) VALUES ('Ada', 36)",
  "ANALYZE app.users",
  "VACUUM app.users",
  "REINDEX TABLE app.users",
  "SELECT nextval('app.counter')",
  "CREATE TEMPORARY TABLE scratch (id integer PRIMARY KEY)",
  "GRANT ALL ON app.parent TO CURRENT_USER",
  "REVOKE TRUNCATE ON app.parent FROM PUBLIC",
  "DELETE FROM app.users",
];
