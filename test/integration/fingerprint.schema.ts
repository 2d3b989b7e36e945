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
