import { expect } from 'vitest'
import { type ClearingRegion, clearingRegions } from '../../src/domain/index.ts'
import { approved, byTwo, clearingParts, orderOf, run, saleOff } from '../support/closure.ts'
import { m1, p1, p3, sys } from '../support/people.ts'
import { batch, cny, paper, serial, statusRead, terminal } from '../support/samples.ts'
import type { OpenWorld, Stories, World } from '../support/world.ts'

/** How each region is opened again while the closure waits for its confirmation, and how it is closed again. */
const late: Readonly<
  Record<ClearingRegion, { fact(world: World): Promise<unknown>; repair(world: World): Promise<unknown> }>
> = {
  acceptance: {
    fact: ({ tell, at }) => tell(sys, statusRead('on', at())),
    repair: ({ tell, at }) => tell(sys, statusRead('off', at())),
  },
  transactions: {
    fact: ({ tell, at }) =>
      tell(sys, {
        type: 'transaction.reported',
        ref: 'late-1',
        kind: 'preAuth',
        state: 'authorised',
        amount: cny(500),
        occurredAt: at(),
      }),
    repair: async ({ tell, at }) => {
      await tell(sys, {
        type: 'transaction.reported',
        ref: 'late-1',
        kind: 'preAuth',
        state: 'voided',
        amount: cny(500),
        occurredAt: at(),
      })
      await tell(sys, { type: 'settlement.stated', statementId: 'statement-2', upTo: at(), net: cny(50_000) })
      await tell(m1, { type: 'settlement.confirmed', statementId: 'statement-2' })
    },
  },
  settlement: {
    fact: async ({ tell }) =>
      tell(p1, {
        type: 'dispute.opened',
        caseId: 'case-1',
        amount: cny(3_000),
        dueAt: '2026-06-01T00:00:00+08:00',
      }),
    repair: ({ tell }) =>
      tell(p1, { type: 'dispute.closed', caseId: 'case-1', outcome: 'won', liability: 'provider' }),
  },
  charges: {
    fact: ({ tell }) =>
      tell(p1, {
        type: 'charge.raised',
        chargeId: 'fee-1',
        kind: 'deactivation',
        amount: cny(2_000),
        feeTableVersion: 'standard',
      }),
    repair: ({ tell }) =>
      tell(p3, { type: 'charge.met', chargeId: 'fee-1', amount: cny(2_000), paymentRef: 'payment-1' }),
  },
  deposits: {
    fact: async (world) => {
      const orderId = await orderOf(world, 'refundDeposit')
      return world.tell(sys, {
        type: 'refund.returned',
        depositId: 'deposit-1',
        orderId,
        amount: cny(200_000),
        reason: 'account closed',
      })
    },
    repair: async (world) => {
      await byTwo(world, {
        type: 'refund.ordered',
        depositId: 'deposit-1',
        refundId: 'refund-2',
        amount: cny(200_000),
      })
      const orderId = await orderOf(world, 'refundDeposit')
      await world.tell(sys, {
        type: 'refund.confirmed',
        depositId: 'deposit-1',
        orderId,
        amount: cny(200_000),
      })
    },
  },
  devices: {
    // a device that was given up for lost turns up: it is owed again
    fact: ({ tell }) => tell(m1, { type: 'device.found', serial: 'spare-1', where: 'the store room' }),
    repair: async (world) => {
      await world.tell(m1, {
        type: 'device.lost',
        serial: 'spare-1',
        kind: 'lost',
        report: paper('loss_report'),
      })
      await byTwo(world, { type: 'loss.accepted', serial: 'spare-1', evidence: [] })
    },
  },
  binding: {
    // the books say unbound for the one, a retired device turns out to be bound still
    fact: ({ tell }) =>
      tell(sys, {
        type: 'unbinding.failed',
        serial: 'spare-1',
        registryRef: 'registry-2',
        reason: 'reverted by the register',
      }),
    repair: async ({ tell }) => {
      await tell(p1, { type: 'unbinding.ordered', serial: 'spare-1', registryRef: 'registry-2' })
      await tell(sys, { type: 'unbinding.confirmed', serial: 'spare-1', registryRef: 'registry-2' })
    },
  },
}

/** A second device, lost for good before the closure is confirmed. */
const withSpare = () =>
  terminal({
    devices: [
      { serial, owner: 'provider', tenancy: 'sole' },
      {
        serial: 'spare-1',
        owner: 'provider',
        tenancy: 'sole',
        role: 'retired',
        retiredAt: '2026-02-01T00:00:00+08:00',
        lastTransactionAt: '2026-01-31T00:00:00+08:00',
      },
    ],
  })

const spareGone = async (world: World): Promise<void> => {
  await world.tell(m1, { type: 'device.lost', serial: 'spare-1', kind: 'lost', report: paper('loss_report') })
  await world.tell(sys, { type: 'keys.removed', serial: 'spare-1', method: 'revokedAtHost' })
  await byTwo(world, { type: 'loss.accepted', serial: 'spare-1', evidence: [] })
  await world.tell(p1, { type: 'unbinding.ordered', serial: 'spare-1', registryRef: 'registry-2' })
  await world.tell(sys, { type: 'unbinding.confirmed', serial: 'spare-1', registryRef: 'registry-2' })
}

const toConfirming = async (open: OpenWorld): Promise<World> => {
  const world = await open(withSpare())
  await run(world, approved, spareGone, ...clearingParts)
  expect(await world.value()).toEqual({ closing: 'confirming' })
  return world
}

export const lateFactStories: Stories = {
  ...Object.fromEntries(
    clearingRegions.map((region) => [
      `a late fact while confirming opens ${region} again, and it closes again`,
      async (open: OpenWorld) => {
        const world = await toConfirming(open)
        await late[region].fact(world)
        expect(await world.value()).toMatchObject({ closing: { clearing: { [region]: 'open' } } })
        await late[region].repair(world)
        expect(await world.value()).toEqual({ closing: 'confirming' })
        expect((await world.context()).closing?.attempt).toBe(2)
      },
    ]),
  ),

  ...Object.fromEntries(
    clearingRegions.map((region) => [
      `while another region is open, ${region} closes, opens again by a late fact and closes again`,
      async (open: OpenWorld) => {
        const world = await open(withSpare())
        // something else keeps the terminal in clearing all the time
        const [other, keepOpen] =
          region === 'charges'
            ? (['settlement', late.settlement] as const)
            : (['charges', late.charges] as const)
        const is = async (state: 'open' | 'done') =>
          expect(await world.value()).toMatchObject({
            closing: { clearing: { [region]: state, [other]: 'open' } },
          })
        await run(world, approved, spareGone, ...clearingParts.slice(0, -1))
        await keepOpen.fact(world)
        await run(world, ...clearingParts.slice(-1))
        await is('done')
        await late[region].fact(world)
        await is('open')
        await keepOpen.repair(world)
        await late[region].repair(world)
        expect(await world.value()).toEqual({ closing: 'confirming' })
      },
    ]),
  ),

  'a late fact while the closure waits for its confirmation: takes the order for the confirmation back where nobody has begun it':
    async (open) => {
      const world = await toConfirming(open)
      const orderId = await orderOf(world, 'confirmClosure')
      await late.charges.fact(world)
      expect((await world.context()).orders[orderId]?.status).toBe('cancelled')
    },

  'a late fact while the closure waits for its confirmation: from verifying goes back to clearing as well when money turns up':
    async (open) => {
      const world = await toConfirming(open)
      const orderId = await orderOf(world, 'confirmClosure')
      await world.tell(sys, { type: 'closure.confirmed', providerRef: 'closure-1', orderId })
      await world.tell(sys, statusRead('off', world.at(), 'closed', 700))
      expect(await world.value()).toMatchObject({ closing: { clearing: { settlement: 'open' } } })
    },

  'a late fact while the closure waits for its confirmation: a batch whose totals differ from the host’s does not drain the device':
    async (open) => {
      const world = await open()
      await run(world, approved, saleOff)
      const { issues } = await world.tell(sys, batch(world.at(), 'batch-1', 3, 4))
      expect(issues.map(({ code }) => code)).toEqual(['BATCH_MISMATCH'])
      expect(await world.value()).toMatchObject({ closing: { clearing: { transactions: 'open' } } })
      await world.tell(sys, batch(world.at(), 'batch-2', 4))
      expect(await world.value()).toMatchObject({ closing: { clearing: { transactions: 'done' } } })
    },
}
