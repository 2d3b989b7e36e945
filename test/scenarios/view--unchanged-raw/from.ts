import { sql } from "drizzle-orm";
import { boolean, integer, numeric, pgTable, pgView, text, varchar } from "drizzle-orm/pg-core";

export const users = pgTable("users", {
  id: integer("id").primaryKey(),
  name: text("name").notNull(),
  email: varchar("email", { length: 80 }),
  age: integer("age"),
  active: boolean("active").notNull().default(true),
});
export const orders = pgTable("orders", {
  id: integer("id").primaryKey(),
  userId: integer("user_id").notNull(),
  total: numeric("total", { precision: 10, scale: 2 }).notNull(),
  note: text("note"),
});

export const spelled = pgView("Spelled Otherwise", { id: integer("id") }).as(
  sql`
    with big as (select user_id, total from orders where total > 5 -- a comment; with a semicolon
    ), ranked as materialized (
      select *, row_number() over (partition by user_id order by total desc) as place from big
    )
    select u.id, u.name::varchar(10) as "Short Name", case when u.age in (1, 2, 3) then 'few' else $$many$$ end as "how many",
      'back\\slash ' || ${"$ {x} `y` $1"} as text, e'\\n' as e, b.total::float8
    from users u join ranked b on b.user_id = u.id and place = 1
    where u.email in ('a', 'b') and not u.active is false;
  `,
);
export const united = pgView("united", { id: integer("id") }).as(
  sql`select id from ${users} union all (select id from ${orders} order by 1 limit 1) union select 7`,
);
export const walked = pgView("walked", { n: integer("n") }).as(
  sql`with recursive t(n) as (values (1) union all select n + 1 from t where n < 5) select n from t`,
);
export const stars = pgView("stars", { id: integer("id") }).as(sql`select * from ${users}`);
export const values = pgView("values", { a: integer("a") }).as(sql`values (1, 'x'), (2, 'y')`);
