import { customType, pgTable } from "drizzle-orm/pg-core";

const said = (type: string) => customType<{ data: string }>({ dataType: () => type });
export const items = pgTable("items", {
  id: said("int4")("id").primaryKey(),
  seen: said("timestamptz")("seen"),
  amount: said("numeric(10, 2)")("amount"),
  size: said("int8")("size"),
  name: said("character varying ( 20 )")("name"),
  flag: said("float4")("flag"),
});
