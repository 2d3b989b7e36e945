export type { CatalogObject, ObjectKind, ObjectOf } from "./catalog/object.ts";
export { defineConfig, type LimbeckConfig } from "./config/limbeckConfig.ts";
export type {
  Answer,
  ColumnComparison,
  DirectivesContext,
  Hooks,
  NameParents,
  RenderContext,
  RevisionDirective,
  ServerDefaultComparison,
  TypeComparison,
} from "./config/hooks.ts";
export { check, type CheckResult } from "./commands/check.ts";
export { current, type CurrentResult } from "./commands/current.ts";
export { diffSides, type DiffOptions, type DiffResult } from "./commands/diff.ts";
export {
  heads,
  history,
  type HistoryOptions,
  type HistoryResult,
  type RevisionEntry,
} from "./commands/history.ts";
export { init, type InitOptions, type InitResult } from "./commands/init.ts";
export { revision, type RevisionOptions, type RevisionResult } from "./commands/revision.ts";
export { show, type ShowOptions, type ShowResult } from "./commands/show.ts";
export { stamp, type StampCommandOptions, type StampResult } from "./commands/stamp.ts";
export { unmanaged, type UnmanagedOptions, type UnmanagedResult } from "./commands/unmanaged.ts";
export { downgrade, upgrade, type RunCommandOptions, type RunResult } from "./commands/upgrade.ts";
export type { CommandOptions } from "./commands/workspace.ts";
export { call, type Call, type CallName, type CallOf } from "./objects/methods.ts";
export type { UnmanagedObject } from "./database/unmanaged.ts";
export type { DescribedDifference } from "./diff/describe.ts";
export {
  ApplyError,
  ConfigError,
  ConnectionError,
  DatabaseStateError,
  InternalError,
  LimbeckError,
  ModelError,
  RevisionError,
  UsageError,
} from "./errors.ts";
