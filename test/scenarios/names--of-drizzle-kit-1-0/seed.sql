DROP TABLE lines, orders, users;
CREATE TABLE users (
  id integer GENERATED ALWAYS AS IDENTITY  CONSTRAINT users_pkey PRIMARY KEY, email text CONSTRAINT users_email_key UNIQUE, name text,
  CONSTRAINT users_name_email_unique UNIQUE (name, email)
);
CREATE TABLE orders (
  a integer, b integer, "user" integer CONSTRAINT orders_user_users_id_fkey REFERENCES users, n integer,
  CONSTRAINT orders_pkey PRIMARY KEY (a, b)
);
CREATE INDEX orders_n_index ON orders (n);
CREATE INDEX orders_user_n_index ON orders ("user", n DESC NULLS LAST);
CREATE UNIQUE INDEX orders_n_a_index ON orders (n, a);
CREATE INDEX orders_b_index ON orders (b) WHERE n > 5;
CREATE INDEX orders_user_index ON orders USING hash ("user");
CREATE TABLE lines (
  a integer, b integer, next integer CONSTRAINT lines_next_key UNIQUE CONSTRAINT lines_next_lines_next_fkey REFERENCES lines (next),
  CONSTRAINT lines_a_b_orders_a_b_fkey FOREIGN KEY (a, b) REFERENCES orders ON DELETE CASCADE
);
INSERT INTO users (email) VALUES ('a@example.org');
