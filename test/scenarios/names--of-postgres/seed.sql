DROP TABLE lines, orders, users;
CREATE TABLE users (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text UNIQUE, name text,
  UNIQUE (name, email)
);
CREATE TABLE orders (a integer, b integer, "user" integer REFERENCES users, n integer, PRIMARY KEY (a, b));
CREATE INDEX ON orders (n);
CREATE INDEX ON orders ("user", n DESC NULLS LAST);
CREATE UNIQUE INDEX ON orders (n, a);
CREATE INDEX ON orders (b) WHERE n > 5;
CREATE INDEX ON orders USING hash ("user");
CREATE TABLE lines (a integer, b integer, next integer UNIQUE REFERENCES lines (next),
  FOREIGN KEY (a, b) REFERENCES orders ON DELETE CASCADE);
INSERT INTO users (email) VALUES ('a@example.org');
