import { expect, it } from "vitest";
import { builtInType } from "../../../src/database/typeAliases.ts";
import { everyPostgres } from "./everyPostgres.ts";

const SPELLINGS =
  `int, int2, int4, int8, integer, smallint, bigint, INTEGER, bool, boolean, float4, real, float8, float, float(1), float(24), float(25),
  float(53), double precision, Double  Precision, dec, decimal, numeric, numeric(10), numeric(10,2), numeric ( 10 , 2 ), decimal(5), dec(5,0), varchar, varchar(20),
  character varying, character varying (20), char varying(3), char, char(3), character, character(3), nchar, nchar(4), national character, national char(5),
  bpchar, bpchar(3), bit, bit(3), varbit, varbit(5), bit varying, bit varying(5), time, time(3), time with time zone, time(3) with time zone,
  time without time zone, time (2) without time zone, timetz, timetz(3), timestamp, timestamp(6), timestamp(0), timestamp with time zone,
  timestamp (3) with time zone, timestamptz, timestamptz(3), timestamp without time zone, interval, interval(3), interval year, interval year to month,
  interval day to second, interval minute to second, text, TEXT, uuid, json, jsonb, date, bytea, inet, cidr, macaddr, macaddr8, xml, money,
  point, line, lseg, box, path, polygon, circle, tsvector, tsquery, pg_catalog.int4, pg_catalog.timestamptz(3), pg_catalog.varchar(9),
  int[], int[4], int [], int[][], integer array, integer ARRAY[3], varchar(20)[], timestamp(3) with time zone[], numeric(10,2)[3][4], "char", "char"[], name,
  pg_catalog.text, interval second(3), interval day to second(3), national character varying(3), oid`
    .split(/, (?![\d ]*\))|,\n\s*/)
    .map((text) => text.trim());

everyPostgres("builtInType", (postgres) => {
  it("prints as Postgres does, or not at all", async () => {
    const { session } = postgres();
    const columns = SPELLINGS.map((spelling, i) => `c${i} ${spelling}`);
    await session.execute(`CREATE TABLE t (${columns.join(", ")})`);
    const rows = await session.query(
      "SELECT format_type(atttypid, atttypmod) AS type FROM pg_attribute WHERE attrelid = 't'::regclass AND attnum > 0 ORDER BY attnum",
    );
    const known = SPELLINGS.map((spelling, i) => [spelling, builtInType(spelling) ?? rows[i]?.["type"]]);
    expect(known).toEqual(SPELLINGS.map((spelling, i) => [spelling, rows[i]?.["type"]]));
    expect(SPELLINGS.filter((spelling) => builtInType(spelling) === null)).toEqual([
      '"char"',
      '"char"[]',
      "name",
      "interval second(3)",
      "interval day to second(3)",
      "national character varying(3)",
      "oid",
    ]);
  });
});
