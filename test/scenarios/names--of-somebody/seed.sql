DROP TABLE lines, orders, users;
CREATE TABLE users (
  id integer GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME counter_of_users) CONSTRAINT "Key of users" PRIMARY KEY, email text CONSTRAINT u1 UNIQUE, name text,
  CONSTRAINT u2 UNIQUE (name, email)
);
CREATE TABLE orders (
  a integer, b integer, "user" integer CONSTRAINT "who" REFERENCES users, n integer,
  CONSTRAINT "orders primary" PRIMARY KEY (a, b)
);
CREATE INDEX i1 ON orders (n);
CREATE INDEX i2 ON orders ("user", n DESC NULLS LAST);
CREATE UNIQUE INDEX i3 ON orders (n, a);
CREATE INDEX i4 ON orders (b) WHERE n > 5;
CREATE INDEX i5 ON orders USING hash ("user");
CREATE TABLE lines (
  a integer, b integer, next integer CONSTRAINT u4 UNIQUE CONSTRAINT "next one" REFERENCES lines (next),
  CONSTRAINT fk_order FOREIGN KEY (a, b) REFERENCES orders ON DELETE CASCADE
);
INSERT INTO users (email) VALUES ('a@example.org');
