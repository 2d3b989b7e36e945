import { integer, pgSchema } from "drizzle-orm/pg-core";

export const shop = pgSchema("a_schema_whose_name_is_longer_than_the_sixty_three_bytes_that_postgres_keeps");
export const status = shop.enum("status", ["open", "done"]);
export const numbers = shop.sequence("numbers");
export const items = shop.table("items", { id: integer("id").primaryKey(), status: status("status") });
