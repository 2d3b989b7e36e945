import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { sampleSteps, writeSampleStep } from "../support/sampleSteps.ts";
import { CONFIG, userProject } from "./support/cli.ts";
import { someDatabase } from "./support/databases.ts";
import { REPOSITORY } from "./support/package.ts";

const run = promisify(execFile);

/** Every flag that could object to a generated file. */
const STRICT = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noUncheckedSideEffectImports: true,
  allowUnreachableCode: false,
  allowUnusedLabels: false,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  isolatedDeclarations: true,
  erasableSyntaxOnly: true,
  declaration: true,
  forceConsistentCasingInFileNames: true,
  // What limbeck itself declares is looked at, too.
  skipLibCheck: false,
  target: "es2022",
  lib: ["es2022"],
  types: [],
  noEmit: true,
} as const;

const RESOLUTIONS = [
  { module: "nodenext", moduleResolution: "nodenext" },
  { module: "esnext", moduleResolution: "bundler" },
  { module: "preserve", moduleResolution: "bundler" },
] as const;

test("what revision writes satisfies the strictest of compilers", async () => {
  await using database = await someDatabase();
  const env = { DATABASE_URL: database.url };
  const project = await userProject({ "drizzle.config.ts": CONFIG });
  for (const step of await sampleSteps()) {
    await writeSampleStep(step, join(project.dir, "schema"));
    expect(await project.limbeck(["revision", "--autogenerate", "-m", step.message], { env })).toMatchObject({
      code: 0,
    });
    expect(await project.limbeck(["upgrade"], { env })).toMatchObject({ code: 0 });
  }
  await project.limbeck(["revision", "-m", "by hand"], { env });
  for (const resolution of RESOLUTIONS) {
    project.write(
      "tsconfig.json",
      JSON.stringify({ compilerOptions: { ...STRICT, ...resolution }, include: ["migrations"] }),
    );
    const tsc = join(REPOSITORY, "node_modules", "typescript", "bin", "tsc");
    const { stdout } = await run(process.execPath, [tsc, "-p", project.dir]).catch(
      (error: unknown) => error as { stdout: string },
    );
    expect(stdout).toBe("");
  }
});
