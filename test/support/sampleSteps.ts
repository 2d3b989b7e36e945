import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { earlierTexts } from "./sampleEdits.ts";

/** One step in the history of the sample: the models as they were, and the message of the revision that led there. */
export interface SampleStep {
  readonly message: string;
  /** Text by file name; all files lie in one folder. */
  readonly files: ReadonlyMap<string, string>;
}

const FOLDER = path.resolve(import.meta.dirname, "../../schema");

/** What each step adds to the ones before. The last one changes what is there, as `sampleEdits.ts` says. */
const HISTORY: readonly { readonly message: string; readonly files: readonly string[] }[] = [
  { message: "customers and catalogue", files: ["columns.ts", "customers.ts", "catalog.ts"] },
  { message: "stock and orders", files: ["inventory.ts", "orders.ts"] },
  { message: "billing", files: ["billing.ts"] },
  { message: "fulfilment and reviews", files: ["fulfilment.ts"] },
  { message: "lessons of the first year", files: [] },
];

/** The steps in their order; the last one is `schema/` as it is. */
export async function sampleSteps(): Promise<readonly SampleStep[]> {
  return Promise.all(HISTORY.map(async ({ message }, i) => ({ message, files: await filesAt(i) })));
}

async function filesAt(step: number): Promise<ReadonlyMap<string, string>> {
  const names = HISTORY.slice(0, step + 1).flatMap(({ files }) => files);
  const texts = new Map<string, string>();
  for (const name of names) texts.set(name, await readFile(path.join(FOLDER, name), "utf8"));
  return step === HISTORY.length - 1 ? texts : earlierTexts(texts);
}

/** Writes a step's models into a folder. */
export async function writeSampleStep({ files }: SampleStep, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of files) await writeFile(path.join(folder, name), text);
}
