import type { Catalog } from "../catalog/catalog.ts";
import type { Session } from "../database/session.ts";
import { verdictKey, type VerdictCache } from "../database/verdictCache.ts";
import { version } from "./version.ts";

/** Remembers that a database, as it is, agreed with models: what has not changed since need not be compared again. */
export interface Agreement {
  known(models: Catalog): Promise<boolean>;
  remember(models: Catalog): Promise<void>;
}

/** What a database is, as far as comparing models with it goes. */
export interface Identity extends Pick<Session, "serverVersion"> {
  /** Of its catalog. */
  readonly digest: string;
  /** The schemas that unqualified names are looked for in. */
  path(): Promise<unknown>;
}

/** The agreements of a database, kept among the verdicts. */
export function agreementOf({ serverVersion, digest, path }: Identity, cache: VerdictCache): Agreement {
  // All that the answer depends on; another Limbeck may know better.
  const keyOf = async ({ objects, existing = new Set() }: Catalog): Promise<string> =>
    verdictKey([version, serverVersion, await path(), digest, [...objects.values()], [...existing]]);
  return {
    known: async (models) => cache.get(await keyOf(models)),
    remember: async (models) => {
      cache.set(await keyOf(models));
      await cache.save();
    },
  };
}
