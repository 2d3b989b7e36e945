import type { Catalog } from "../catalog/catalog.ts";
import { effectivePath } from "../database/judge.ts";
import type { Session } from "../database/session.ts";
import { verdictKey, type VerdictCache } from "../database/verdictCache.ts";
import { version } from "./version.ts";

/** Remembers that a database, as it is, agreed with models: what has not changed since need not be compared again. */
export interface Agreement {
  known(models: Catalog): Promise<boolean>;
  remember(models: Catalog): Promise<void>;
}

/** The agreements of a database whose catalog has this digest, kept among the verdicts. */
export function agreementOf(session: Session, digest: string, cache: VerdictCache): Agreement {
  // All that the answer depends on; another Limbeck may know better.
  const keyOf = async ({ objects, existing = new Set() }: Catalog): Promise<string> =>
    verdictKey([
      version,
      session.serverVersion,
      await effectivePath(session),
      digest,
      [...objects.values()],
      [...existing],
    ]);
  return {
    known: async (models) => cache.get(await keyOf(models)),
    remember: async (models) => {
      cache.set(await keyOf(models));
      await cache.save();
    },
  };
}
