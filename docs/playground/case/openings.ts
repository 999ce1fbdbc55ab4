import type { LifecycleInput } from 'terminal-lifecycle/machine'
import { acquirerId, agentId, merchantId, people } from './people.ts'

export const start = '2026-03-02T09:00:00.000+08:00'
export const serial = '271-540-386'
export const terminalId = '10000001'

const cny = (amount: number) => ({ amount, currency: 'CNY' })

const usual: LifecycleInput = {
  lifecycleId: 'life-1',
  acquirerId,
  merchantId,
  terminalId,
  merchantName: '青禾便利店',
  merchantType: 'enterprise',
  devices: [{ serial, owner: 'provider', tenancy: 'sole' }],
  deposits: [{ depositId: 'deposit-1', kind: 'device_pledge', amount: cny(50_000), heldBy: acquirerId }],
  lastTransactionAt: '2026-03-01T18:00:00.000+08:00',
  openedBy: people.intake.actor,
}

/** Terminals that a case may begin with. An address names them by these keys, so a key never changes. */
export const openings = {
  usual,
  own: { ...usual, devices: [{ serial, owner: 'merchant', tenancy: 'sole' }], deposits: [] },
  agent: { ...usual, agent: { agentId, tasks: ['applications', 'devices', 'tests', 'technicalHolds'] } },
  arrears: {
    ...usual,
    charges: [{ chargeId: 'rent-2', kind: 'rental', amount: cny(9_900) }],
    holds: [{ holdId: 'arrears', code: 'ACCOUNT_ARREARS', chargeId: 'rent-2' }],
  },
  guarantee: {
    ...usual,
    deposits: [
      ...(usual.deposits ?? []),
      { depositId: 'guarantee-1', kind: 'guarantee', amount: cny(200_000), heldBy: acquirerId },
    ],
  },
} as const satisfies Readonly<Record<string, LifecycleInput>>

export type OpeningKey = keyof typeof openings
export const openingKeys = Object.keys(openings) as OpeningKey[]
export const isOpeningKey = (key: unknown): key is OpeningKey =>
  typeof key === 'string' && Object.hasOwn(openings, key)
