/** Models whose every text is spelled otherwise than Postgres prints it, and that call a function of the database's. */
export const MODELS = `const state = pg.pgEnum("state", ["new", "old", "gone"]);
export const limits = pgTable("limits", { id: integer("id").primaryKey() });
export const orders = pgTable("orders", {
  id: integer("id").primaryKey(),
  total: pg.numeric("total", { precision: 10, scale: 2 }).notNull(),
  state: state("state").notNull(),
  name: text("name"),
  at: pg.timestamp("at").default(sql\`now() at time zone 'utc'\`),
  twice: pg.numeric("twice").generatedAlwaysAs(sql\`total*2\`),
}, (t) => [
  pg.check("orders_total", sql\`\${t.total}>0\`),
  index("orders_open").on(t.id).where(sql\`\${t.state} in ('new', 'old')\`),
  index("orders_name").on(sql\`shout(name)\`),
  pg.pgPolicy("orders_limited", { using: sql\`exists (select from limits l where l.id=\${t.id})\` }),
]);
export const dear = pg.pgView("dear", { id: integer("id") }).as(sql\`select id from orders where total>100\`);
export { state };`;

/** The same by hand; \`shout\` is a function in SQL unless \`language\` says otherwise. */
export function shop(shout = "LANGUAGE sql AS 'SELECT upper($1)'"): string {
  return `CREATE FUNCTION shout(text) RETURNS text IMMUTABLE ${shout};
    CREATE TYPE state AS ENUM ('new', 'old', 'gone');
    CREATE TABLE limits (id int PRIMARY KEY);
    CREATE TABLE orders (id int PRIMARY KEY, total decimal(10, 2) NOT NULL, state state NOT NULL, name text,
      at timestamp DEFAULT (NOW() AT TIME ZONE 'utc'::text), twice numeric GENERATED ALWAYS AS (total * 2::numeric) STORED,
      CONSTRAINT orders_total CHECK (total > 0::numeric));
    CREATE INDEX orders_open ON orders (id) WHERE state = ANY (ARRAY['new', 'old']::state[]);
    CREATE INDEX orders_name ON orders (shout(orders.name));
    ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
    CREATE POLICY orders_limited ON orders USING (EXISTS (SELECT FROM public.limits AS l WHERE l.id = orders.id));
    CREATE VIEW dear AS (SELECT orders.id AS id FROM public.orders WHERE orders.total > 100::numeric)`;
}

/** Makes one thing in the shop differ. */
export const DRIFT = `ALTER TABLE orders DROP CONSTRAINT orders_total, ADD CONSTRAINT orders_total CHECK (total > 1)`;
