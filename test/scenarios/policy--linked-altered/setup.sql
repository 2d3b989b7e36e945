CREATE SCHEMA realtime;
CREATE FUNCTION realtime.topic() RETURNS text LANGUAGE sql STABLE AS $$ SELECT current_setting('realtime.topic', true) $$;
CREATE TABLE realtime.messages (id bigint, topic text NOT NULL, extension text NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
ALTER TABLE realtime.messages ENABLE ROW LEVEL SECURITY;
CREATE TABLE realtime.subscription (id bigint);
