import { reasonProfiles, suspensionReasons } from '../../../src/domain/index.ts'
import { terminalId } from '../../support/samples.ts'
import type { Break } from '../break.ts'

export const ofSuspension: readonly Break[] = [
  {
    ...{ name: 'meant for good', of: ['suspension'], sees: 'values' },
    ...{ code: 'PERMANENT_IS_CLOSURE', path: '/duration', change: () => ({ duration: 'permanent' }) },
  },
  ...suspensionReasons
    .filter((reason) => reasonProfiles[reason].umbrella)
    .map(
      (reason): Break => ({
        ...{ name: `${reason}, which is too vague`, of: ['suspension'], sees: 'values' },
        ...{ code: 'REASON_TOO_VAGUE', path: '/reason', change: () => ({ reason }) },
      }),
    ),
  ...suspensionReasons
    .filter(
      (reason) => !reasonProfiles[reason].umbrella && !reasonProfiles[reason].initiators.includes('merchant'),
    )
    .map(
      (reason): Break => ({
        ...{ name: `${reason}, which is not the merchant’s to give`, of: ['suspension'], sees: 'values' },
        ...{ code: 'REASON_NOT_FOR_INITIATOR', path: '/reason', change: () => ({ reason }) },
      }),
    ),
  {
    ...{ name: 'OTHER without a word', of: ['suspension'], sees: 'values' },
    ...{ code: 'REQUIRED_HERE', path: '/comment' },
    change: () => ({ reason: 'OTHER', comment: undefined }),
  },
  {
    ...{ name: 'a pause that ends before it begins', of: ['suspension'], sees: 'values' },
    ...{ code: 'PERIOD_REVERSED', path: '/plannedPeriod/until' },
    change: () => ({
      plannedPeriod: { from: '2026-03-03T00:00:00+08:00', until: '2026-03-02T15:59:59Z' },
    }),
  },
  {
    ...{ name: 'one terminal twice', of: ['suspension'], sees: 'values' },
    ...{ code: 'DUPLICATE_ITEM', path: '/terminalIds' },
    change: () => ({ terminalIds: [terminalId, terminalId] }),
  },
  {
    ...{ name: 'no back-up and no word why', of: ['suspension'], sees: 'values' },
    ...{ code: 'REQUIRED_HERE', path: '/dataBackupNote' },
    change: () => ({ dataBackup: 'notPossible', dataBackupNote: undefined }),
  },
  {
    ...{ name: 'other terminals', of: ['suspension'], sees: 'record', code: 'IDENTITY_MISMATCH' },
    change: () => ({ terminalIds: ['10000009'] }),
  },
  {
    ...{ name: 'no terminal', of: ['suspension'], sees: 'shape', code: 'TOO_FEW', path: '/terminalIds' },
    change: () => ({ terminalIds: [] }),
  },
]
