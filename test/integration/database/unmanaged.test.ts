import { expect, test } from "vitest";
import { connect } from "../../../src/database/connect.ts";
import { readUnmanaged } from "../../../src/database/unmanaged.ts";
import { createDatabase, eachMajor } from "../../support/database.ts";
import { everything } from "../fingerprint.schema.ts";

const MORE = `
ALTER TABLE app.posts ADD CONSTRAINT posts_alone EXCLUDE USING btree (id WITH =);
ALTER TABLE app.users ADD CONSTRAINT young CHECK (age < 200) NOT VALID;
ALTER TABLE app.posts ALTER body SET STORAGE EXTERNAL;
ALTER TABLE app.users REPLICA IDENTITY FULL;
CREATE PUBLICATION app_publication FOR TABLE app.users;
COMMENT ON CONSTRAINT users_pk ON app.users IS 'key';
GRANT INSERT ON app.grown TO pg_monitor;
GRANT INSERT ON app.parent TO pg_monitor;
CREATE TABLE app.versions (a int, b text);
COMMENT ON TABLE app.versions IS 'not looked at';
`;

/** What there is in the schema `app`, by kind. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  "partitioned table": ["app.events"],
  partition: ["app.events_2024 on app.events", "app.events_2025 on app.events"],
  "inheriting table": ["app.child on app.parent"],
  "foreign table": ["app.remote"],
  "composite type": ["app.point"],
  domain: ["app.positive"],
  "range type": ["app.span"],
  function: [
    "app.double(integer)",
    "app.same(app.point,app.point)",
    "app.to_point(integer)",
    "app.touch()",
    "app.watch()",
  ],
  procedure: ["app.work()"],
  aggregate: ["app.total(integer)"],
  operator: ["app.===(app.point,app.point)"],
  collation: ["app.plain"],
  "text search configuration": ["app.words"],
  "statistics object": ["app.posts_stats"],
  trigger: ["posts_touch on app.posts"],
  "event trigger": ["app_watch"],
  rule: ["posts_keep on app.posts"],
  "exclusion constraint": ["posts_alone on app.posts"],
  "deferrable constraint": ["posts_author_fkey on app.posts"],
  "constraint that is not valid": ["young on app.users"],
  "replica identity": ["app.users"],
  "column storage": ["body on app.posts"],
  publication: ["app_publication on app.users"],
  "default privilege": [expect.stringMatching(/^tables by \S+ on app$/) as string],
  grant: ["the whole on app.grown", "the whole on app.parent", "body on app.posts", "title on app.posts"],
  comment: ["table column app.users.email", "table constraint users_pk on app.users"],
};

eachMajor("what is not modelled", (major) => {
  test("is listed by kind, in one query, for the schemas in scope alone", async () => {
    await using database = await createDatabase(major);
    await database.query(everything);
    await database.query(MORE);
    const session = await connect(database.url);
    try {
      const found = await readUnmanaged(session, ["app"], [{ schema: "app", name: "versions" }]);
      const kinds = [...new Set(found.map(({ kind }) => kind))];
      const byKind = kinds.map((kind) => [
        kind,
        found
          .filter((object) => object.kind === kind)
          .map(({ name, on }) => (on === null ? name : `${name} on ${on}`)),
      ]);
      expect(Object.fromEntries(byKind)).toEqual(EXPECTED);
      const elsewhere = await readUnmanaged(session, ["public"], []);
      expect(elsewhere.map(({ kind }) => kind)).toEqual(["event trigger"]);
    } finally {
      await session.close();
    }
  });
});
