// The acquirer's systems, played

export type { Moment, WriteName } from './mock/carry-out.ts'
export type { Drift, Fault, FaultKind } from './mock/faults.ts'
export { type FaultyHandler, type FaultyOptions, faulty, type Handle } from './mock/faulty.ts'
export type { LedgerFile, LedgerLine, MockEffect, MockResult } from './mock/ledger.ts'
export {
  createMockAcquirer,
  type MockAcquirer,
  type MockAcquirerOptions,
  type MockSnapshot,
} from './mock/mock-acquirer.ts'
export type { OverriddenName, Override } from './mock/overrides.ts'
export type { Play, Played } from './mock/playing.ts'
export type {
  MockDevice,
  MockNotice,
  MockPayment,
  MockTerminal,
  MockTerminalPatch,
  MockTicket,
  MockWorld,
} from './mock/world.ts'
// What goes wrong, by name
export type { ClockFault, Scenario, ScenarioAbout } from './scenarios/scenario.ts'
export { arrivals, type ScenarioName, scenarios } from './scenarios/scenarios.ts'
// Stores and clocks that go wrong
export { type FaultyStore, faultyStore, type StoreFault, type StoreOfProcess } from './store/faulty-store.ts'
export { type ManualTime, manualTime } from './time/manual-time.ts'
export {
  type SignedTestWebhook,
  type SignTestOptions,
  signTestWebhook,
  type TestWebhook,
} from './webhooks.ts'
