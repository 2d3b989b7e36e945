INSERT INTO users (id, name, email, age, active) VALUES (1, 'Ada', 'ada@example.org', 36, true), (2, 'Bob', NULL, 7, false);ALTER VIEW active_users OWNER TO pg_read_all_data;

CREATE FUNCTION swallow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TABLE log (what text) PARTITION BY LIST (what);
COMMENT ON VIEW active_users IS 'it''s a \ comment';
COMMENT ON COLUMN active_users.name IS 'the name';
GRANT SELECT, INSERT ON active_users TO pg_read_all_data;
GRANT SELECT ON active_users TO PUBLIC;
GRANT UPDATE (name), SELECT (id) ON active_users TO pg_monitor WITH GRANT OPTION;
REVOKE TRUNCATE ON active_users FROM CURRENT_USER;
ALTER VIEW active_users ALTER COLUMN name SET DEFAULT 'no ''one else';
CREATE TRIGGER t INSTEAD OF INSERT ON active_users FOR EACH ROW EXECUTE FUNCTION swallow();
COMMENT ON TRIGGER t ON active_users IS 'swallows';
CREATE RULE r AS ON UPDATE TO active_users DO INSTEAD (INSERT INTO log VALUES (OLD.name); INSERT INTO log VALUES ('two'));
COMMENT ON RULE r ON active_users IS 'logs';
