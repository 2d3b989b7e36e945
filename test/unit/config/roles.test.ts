import { expect, test } from "vitest";
import { loadProject } from "../../../src/config/project.ts";
import { makeProject } from "../../support/project.ts";

const ALL = { include: [], exclude: [] };

async function rolesOf(drizzle: string, limbeck?: string): Promise<unknown> {
  const { dir } = makeProject("0.45", {
    "drizzle.config.ts": `export default { dialect: "postgresql" ${drizzle} };`,
    ...(limbeck === undefined ? {} : { "limbeck.config.ts": `export default { ${limbeck} };` }),
  });
  return (await loadProject({ cwd: dir })).roles;
}

test.each([
  ["", null],
  [", entities: {}", null],
  [", entities: { roles: false }", null],
  [", entities: { roles: {} }", null],
  [", entities: { roles: true }", ALL],
  [', entities: { roles: { include: ["a"], exclude: "b" } }', { include: ["a"], exclude: ["b"] }],
  [
    ', entities: { roles: { provider: "neon", exclude: ["x"] } }',
    {
      include: [],
      exclude: [
        "x",
        "authenticated",
        "anonymous",
        "neon_superuser",
        "cloud_admin",
        "zenith_admin",
        "none",
        "neon_service",
      ],
    },
  ],
])("drizzle.config%s selects %j", async (config, expected) => {
  expect(await rolesOf(config)).toEqual(expected);
});

test("limbeck.config goes before drizzle.config, also to say no", async () => {
  expect(await rolesOf("", "roles: true")).toEqual(ALL);
  expect(await rolesOf(", entities: { roles: true }", "roles: false")).toBeNull();
  expect(await rolesOf(", entities: { roles: true }", 'migrations: "m"')).toEqual(ALL);
  expect(await rolesOf("", 'roles: { provider: "supabase" }')).toMatchObject({
    exclude: expect.arrayContaining(["anon", "supabase_admin"]),
  });
});

test.each([
  [', entities: { roles: "all" }', '"entities.roles" in drizzle.config.ts must be'],
  [
    ', entities: { roles: { provider: "aws" } }',
    '"provider" in drizzle.config.ts must be "supabase" or "neon"',
  ],
])("drizzle.config%s is refused", async (config, message) => {
  await expect(rolesOf(config)).rejects.toThrow(message);
});
