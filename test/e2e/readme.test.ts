import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CONFIG, userProject } from "./support/cli.ts";
import { REPOSITORY } from "./support/package.ts";

const README = readFileSync(join(REPOSITORY, "README.md"), "utf8");

/** The code blocks of the session, in their order. */
function blocks(language: string): readonly string[] {
  const [, session = ""] = README.split("\n## A session\n");
  return [...session.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, name, text = ""]) =>
    name === language ? [text] : [],
  );
}

/** The commands of the session with what they said. */
function commands(): readonly { readonly args: readonly string[]; readonly said: string }[] {
  return blocks("console").flatMap((block) =>
    block
      .split(/^\$ limbeck /m)
      .slice(1)
      .map((text) => {
        const [line = "", ...said] = text.trimEnd().split("\n");
        const args = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
        return { args, said: said.join("\n") };
      }),
  );
}

/** Times and folders differ from run to run. */
function comparable(text: string): string {
  return text
    .replace(/\(\d+ ms\)/g, "(0 ms)")
    .replace(/\(\/.*?\.limbeck/g, "(/.limbeck")
    .trimEnd();
}

test("the session in the README is what happens", async () => {
  const [first = "", second = "", revision = ""] = blocks("ts");
  const project = await userProject({ "schema/shop.ts": first });
  for (const { args, said } of commands()) {
    if (args[0] === "check") project.write("schema/shop.ts", second);
    const ended = await project.limbeck(args);
    expect(comparable(ended.stderr + ended.stdout), args.join(" ")).toBe(comparable(said));
  }
  expect(readFileSync(join(project.dir, "migrations/0002_add_orders.ts"), "utf8")).toBe(revision);
  expect(readFileSync(join(project.dir, "drizzle.config.ts"), "utf8").replaceAll(/\s|,(?=\s*\})/g, "")).toBe(
    CONFIG.replaceAll(/\s/g, ""),
  );
});
