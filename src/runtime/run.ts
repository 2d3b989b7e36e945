import type { Session } from "../database/session.ts";
import type { Step } from "../revisions/steps.ts";
import type { HeldLock, LockHolder } from "./lock.ts";
import type { Settings } from "./settings.ts";
import type { TransactionSource } from "./transaction.ts";
import type { VersionTables } from "./versionTable.ts";

/** What a run tells while it goes on. */
export type RunEvent =
  | { readonly type: "lock-wait"; readonly holder: LockHolder | null }
  | { readonly type: "start"; readonly step: Step; readonly resumed: boolean }
  | { readonly type: "statement"; readonly step: Step; readonly sql: string }
  | { readonly type: "retry"; readonly step: Step; readonly attempt: number; readonly delayMs: number }
  | { readonly type: "done"; readonly step: Step; readonly durationMs: number };

/** What a run did with one revision. */
export interface StepReport {
  readonly revision: string;
  readonly message: string;
  readonly file: string;
  readonly direction: "up" | "down";
  readonly durationMs: number;
  /** How many statements this run executed. */
  readonly statements: number;
  /** Whether an earlier run had begun it. */
  readonly resumed: boolean;
}

/** What the migrations of one run share. */
export interface RunContext {
  readonly session: Session;
  readonly tables: VersionTables;
  readonly lock: HeldLock;
  readonly transactions: TransactionSource;
  /** What each transaction sets. */
  readonly settings: Settings;
  readonly signal?: AbortSignal | undefined;
  readonly emit: (event: RunEvent) => void;
}
