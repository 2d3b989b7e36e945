import { mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import { ConfigError, RevisionError } from "../errors.ts";

/** Writes a new file, making its folder; never touches one that exists. Throws RevisionError or ConfigError. */
export async function writeNew(file: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    const handle = await open(file, "wx");
    try {
      await handle.writeFile(text, "utf8");
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw unwritable(file, cause);
  }
}

function unwritable(file: string, cause: unknown): Error {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown error";
  if (code === "EEXIST") {
    return new RevisionError("file-exists", `${file} exists already and is never overwritten.`, {
      cause,
      hint: "Choose another message or revision id.",
    });
  }
  return new ConfigError("unwritable", `Cannot write ${file} (${code}).`, {
    cause,
    hint: "Check that the migrations folder can be written.",
  });
}
