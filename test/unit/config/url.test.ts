import { describe, expect, test } from "vitest";
import type { Credentials } from "../../../src/config/credentials.ts";
import { maskUrl, resolveUrl, type UrlSources } from "../../../src/config/url.ts";
import { ConfigError } from "../../../src/errors.ts";

const URL = "postgresql://u:p@h:5432/d";

function withCredentials(credentials: Credentials): UrlSources["project"] {
  return { credentials };
}

describe("precedence", () => {
  const project = withCredentials({
    kind: "server",
    url: "postgres://config/d",
    source: "dbCredentials in drizzle.config.ts",
  });
  const db = { DB_HOST: "db", DB_PORT: "1", DB_USER: "u", DB_PASS: "p@", DB_NAME: "n" };
  const pg = {
    PGHOST: "pg",
    PGPORT: "2",
    PGUSER: "v",
    PGPASSWORD: "q",
    PGDATABASE: "m",
    PGSSLMODE: "require",
  };
  const env = {
    MIGRATION_DATABASE_URL: "postgres://migration/d",
    DATABASE_URL: "postgres://env/d",
    ...db,
    ...pg,
  };

  test.each<[string, UrlSources, string, string]>([
    ["the flag", { flag: "postgres://flag/d", env, project }, "postgres://flag/d", "--url"],
    ["MIGRATION_DATABASE_URL", { env, project }, "postgres://migration/d", "MIGRATION_DATABASE_URL"],
    [
      "the configuration",
      { env: { ...env, MIGRATION_DATABASE_URL: undefined }, project },
      "postgres://config/d",
      "dbCredentials in drizzle.config.ts",
    ],
    [
      "DATABASE_URL",
      { env: { DATABASE_URL: "postgres://env/d", ...db } },
      "postgres://env/d",
      "DATABASE_URL",
    ],
    ["DB_*", { env: { ...db, ...pg } }, "postgresql://u:p%40@db:1/n", "DB_HOST"],
    ["PG*", { env: pg }, "postgresql://v:q@pg:2/m?sslmode=require", "PGHOST"],
    [
      "a socket",
      { env: { PGHOST: "/run/pg", PGDATABASE: "m" } },
      "postgresql://localhost/m?host=%2Frun%2Fpg",
      "PGHOST",
    ],
    ["only a database", { env: { PGDATABASE: "m" } }, "postgresql://localhost/m", "PGDATABASE"],
  ])("%s", (_, sources, url, source) => {
    expect(resolveUrl(sources)).toMatchObject({ url, source, warnings: [] });
  });

  test("nothing is null", () => {
    expect(resolveUrl({ env: { DB_HOST: "", PGUSER: "u" } })).toBeNull();
  });

  test("pglite, and credentials without a value", () => {
    const embedded = withCredentials({ kind: "embedded", directory: "/p/pg", source: "s" });
    expect(resolveUrl({ env: { DATABASE_URL: URL }, project: embedded })).toEqual({
      embedded: "/p/pg",
      source: "s",
      warnings: [],
    });
    const open = withCredentials({
      kind: "undefined",
      key: "dbCredentials.url",
      source: "dbCredentials in drizzle.config.ts",
    });
    expect(resolveUrl({ env: { DATABASE_URL: URL }, project: open })).toMatchObject({
      source: "DATABASE_URL",
    });
    expect(resolveUrl({ env: {}, project: open })).toMatchObject({
      problem: {
        code: "credentials-undefined",
        exitCode: 2,
        message: '"dbCredentials.url" in drizzle.config.ts is undefined',
        hint: expect.stringContaining("remove dbCredentials"),
      },
      warnings: [],
    });
  });

  test("a driver that is not Postgres's own is refused only where it is needed", () => {
    const aws = withCredentials({ kind: "unsupported", driver: "aws-data-api", source: "s" });
    expect(() => resolveUrl({ env: {}, project: aws })).toThrow(/aws-data-api/);
    expect(resolveUrl({ flag: URL, env: {}, project: aws })).toMatchObject({ url: URL });
  });

  test("ssl of the configuration goes along", () => {
    const tls = withCredentials({ kind: "server", url: URL, ssl: { ca: "x" }, source: "s" });
    expect(resolveUrl({ env: {}, project: tls })).toMatchObject({ ssl: { ca: "x" } });
  });
});

describe("good URLs", () => {
  test.each([
    "postgres://localhost/d",
    "postgresql://u@h/d?sslmode=require",
    "postgresql://u:p%23%2F%40@h:5432/d",
    "postgres://u:p@[::1]:5432/d",
    "postgresql://u:p@/d?host=/run/pg",
    "postgresql:///d?host=/run/pg",
    "postgres://u:p@h:/d",
    "postgres://u:a@b@h/d",
    "postgres://h/d?application_name=a:b",
  ])("%s", (url) => {
    expect(resolveUrl({ flag: url, env: {} })).toEqual({ url, source: "--url", warnings: [] });
  });

  test("blanks around are dropped", () => {
    expect(resolveUrl({ flag: ` ${URL}\n`, env: {} })).toMatchObject({ url: URL });
  });

  test.each(["postgresql+asyncpg", "postgres+psycopg2", "POSTGRESQL+pg8000"])(
    "%s loses its suffix with one warning",
    (scheme) => {
      const found = resolveUrl({ flag: `${scheme}://u:p@h:5432/d`, env: {} });
      expect(found).toMatchObject({ url: URL, warnings: [expect.stringContaining("+")] });
      expect(found?.warnings).toHaveLength(1);
    },
  );
});

describe("bad URLs", () => {
  test.each([
    ["", "url-empty"],
    ["  ", "url-empty"],
    ['"postgres://u:canary@h/d"', "url-quoted"],
    ["'postgres://u:canary@h/d'", "url-quoted"],
    ["mysql://u:canary@h/d", "url-scheme"],
    ["jdbc:postgresql://h/d?password=canary", "url-scheme"],
    ["file:./canary.db", "url-scheme"],
    ["mysql+pymysql://u:canary@h/d", "url-scheme"],
    ["canary", "url-scheme"],
    ["u:canary@h/d", "url-scheme"],
    ["postgres://u:can#ary@h/d", "url-characters"],
    ["postgres://u:can/ary@h/d", "url-characters"],
    ["postgres://u:can?ary@h/d", "url-characters"],
    ["postgres://u:can%ary@h/d", "url-characters"],
    ["postgres://u:can ary@h/d", "url-characters"],
    ["postgres://u:canary@h:abc/d", "url-port"],
    ["postgres://u:canary@h:0/d", "url-port"],
    ["postgres://u:canary@h:70000/d", "url-port"],
    ["postgres://h:canary/d", "url-port"],
    ["postgres://u:canary@a:1,b:2/d", "url-hosts"],
    ["postgres://u:canary@h^/d", "url-invalid"],
  ])("%s", (flag, code) => {
    try {
      resolveUrl({ flag, env: {} });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
      expect(error).toMatchObject({
        code,
        exitCode: 2,
        hint: expect.any(String),
        message: expect.stringMatching(/^The database URL from --url [^\n]+$/),
      });
      expect(JSON.stringify([error, String(error)])).not.toMatch(/can.?ary/);
    }
  });

  test("DB_HOST without DB_NAME, and a bad DB_PORT", () => {
    expect(() => resolveUrl({ env: { DB_HOST: "h" } })).toThrow(/DB_NAME/);
    expect(() => resolveUrl({ env: { DB_HOST: "h", DB_NAME: "d", DB_PORT: "x" } })).toThrow(/port/);
  });
});

test.each([
  [URL, "postgresql://u:***@h:5432/d"],
  ["postgres://u:a@b#/?c@h/d", "postgres://u:***@h/d"],
  ["postgres://h/d?user=u&password=canary&x=1", "postgres://h/d?user=u&password=***&x=1"],
  ["postgres://u@h/d", "postgres://u@h/d"],
  ["postgres://h:5432/d", "postgres://h:5432/d"],
])("mask %s", (url, masked) => {
  expect(maskUrl(url)).toBe(masked);
});
