// The acquirer's systems, played

export type { WriteName } from './mock/carry-out.ts'
export type { Fault, FaultKind } from './mock/faults.ts'
export type { LedgerFile, LedgerLine, MockEffect, MockResult } from './mock/ledger.ts'
export {
  createMockAcquirer,
  type MockAcquirer,
  type MockAcquirerOptions,
  type MockSnapshot,
} from './mock/mock-acquirer.ts'
export { type MswOptions, mswHandlers } from './mock/msw.ts'
export type { Override } from './mock/systems.ts'
export type {
  MockDevice,
  MockNotice,
  MockPayment,
  MockTerminal,
  MockTerminalPatch,
  MockTicket,
  MockWorld,
} from './mock/world.ts'
