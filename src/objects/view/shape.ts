import type { StoredQuery } from "./storedQuery.ts";

/** A view. */
export interface ViewShape extends StoredQuery {
  readonly checkOption: "local" | "cascaded" | null;
  readonly securityBarrier: boolean;
  /** PostgreSQL 15 and later. */
  readonly securityInvoker: boolean;
}
