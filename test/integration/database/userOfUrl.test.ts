import { userInfo } from "node:os";
import { expect, test } from "vitest";
import { connect } from "../../../src/database/connect.ts";
import { createDatabase, majors } from "../../support/database.ts";

test("a URL without a user means the operating system's, as libpq has it", async () => {
  await using database = await createDatabase(majors().at(-1) ?? 17);
  const url = new URL(database.url);
  url.username = "";
  url.password = "";
  const { username } = userInfo();
  // A role of this name need not be there; either way it is the one that was asked for.
  const target = await connect(url.href).then(
    async (session) => {
      await session.close();
      return session.target;
    },
    (error: unknown) => String(error),
  );
  expect(target).toContain(`${username}@`);
});
