export type { FindingCode } from '../domain/index.ts'
export { type Access, ownTerminals, type Scope, scopeOf } from './access.ts'
export type { AuditOptions } from './audit.ts'
export type { AuditChangesOptions, AuditOfChanges } from './audit-changes.ts'
export type { AuditLimits } from './audit-life.ts'
export type { RetryPolicy } from './backoff.ts'
export type { BreakerPolicy, OpenBreaker } from './breaker.ts'
export type { Brief, BriefAcceptance } from './brief.ts'
export type { ChangesPage, ChangesPageOptions } from './changes-page.ts'
export { readActor } from './door.ts'
export { type Environment, systemEnvironment } from './environment.ts'
export type { ChangesOptions } from './feed.ts'
export type { LifecycleChange } from './feed-views.ts'
export type { Finding, FindingDetail, FindingDetails } from './finding-details.ts'
export type { ClocksBehind, Health, OldestOrder, Reachable, Unreachable } from './health.ts'
export { type MemoryPapers, memoryPapers } from './memory-papers.ts'
export { memoryStore } from './memory-store.ts'
export type { Migrated, MigrateOptions, NotMigrated } from './migrate-all.ts'
export { type GaugeMeter, observeHealth, type TelemetryObserver } from './observe-health.ts'
export type { Opened, Opening, OpeningOptions, OpeningsOptions } from './opening.ts'
export type { Clock, Failure, RuntimeOptions } from './options.ts'
export type { OrderState } from './orders.ts'
export type { Outcome } from './outcome.ts'
export type { Overview, OverviewOf } from './overview.ts'
export type { KnownPaper, PaperKey, Papers } from './papers.ts'
export type { ParkAfter } from './park-after.ts'
export type { Drained } from './pump.ts'
export type { NotPurged, PaperHome, Purged, PurgedPaper, PurgeObstacle, PurgeOptions } from './purge.ts'
export type { Question, ReadEntry, Reader, Reads } from './reads.ts'
export {
  type FlawedLife,
  type Restored,
  type RestoreOptions,
  type RestoreProgress,
  restoreStore,
} from './restore.ts'
export type { Concurrency, Lane, Room } from './room.ts'
export { createRuntime, type Dispatch, type Runtime } from './runtime.ts'
export type {
  Change,
  ChangesQuery,
  ClaimQuery,
  CommitOutcome,
  EntryPlace,
  FindQuery,
  HeldElsewhere,
  KeptAnswer,
  KeptCommand,
  NextWork,
  OrderWork,
  Release,
  RunningTimer,
  SealedEntry,
  Skipped,
  Store,
  StoredChange,
  StoredRecord,
  StoreHealth,
  StoreQuery,
  TimerWork,
  ToldReport,
  Tombstone,
  WaitingOrder,
  Work,
} from './store.ts'
export type {
  InstrumentOptions,
  Telemetry,
  TelemetryAttributes,
  TelemetryCounter,
  TelemetryHistogram,
  TelemetryMeter,
  TelemetrySpan,
  TelemetryTracer,
} from './telemetry.ts'
export type { WorkItem, WorkPage } from './work.ts'
export { type WorkList, type WorkRow, type WorkViewer, workLists, workOf } from './work-of.ts'
export type { WorkQuestion } from './work-query.ts'
export type { StoredWork, WorkPlace, WorkQuery } from './work-rows.ts'
