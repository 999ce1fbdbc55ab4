import { expect } from 'vitest'
import { defaultPolicy } from '../../src/domain/index.ts'
import { capabilities } from '../../src/machine/index.ts'
import {
  accountVerified,
  approved,
  backedUp,
  drained,
  erased,
  keysRemoved,
  returned,
  run,
  saleOff,
  settled,
} from '../support/closure.ts'
import { agent, m1, p1, p2, p3 } from '../support/people.ts'
import { cny, reinstatementRequested, serial, terminal } from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const allChecks = (['power', 'signOn', 'network', 'transaction', 'void'] as const).map((name) => ({
  name,
  passed: true,
}))
const kinds = async (world: World) =>
  new Set(Object.values((await world.context()).orders).map(({ kind }) => kind))
const stateOf = async (world: World) => ((await world.value()) as { live: Record<string, unknown> }).live

/** Where the guides contradict each other: what holds here. */
export const contradictionStories: Stories = {
  'a terminal that is tested takes no payments, and none before the test that is due [C-07]': async (
    open,
  ) => {
    const world = await open(terminal({ holds: [{ holdId: 'h', code: 'SYSTEM_MAINTENANCE' }] }))
    await world.tell(p2, { type: 'hold.lifted', holdId: 'h' })
    expect((await stateOf(world)).service).toEqual({ suspended: 'testing' })
    expect(capabilities(await world.record()).desired).toMatchObject({ sale: false, test: true })
    expect((await kinds(world)).has('enableAcceptance')).toBe(false)
    await world.tell(agent, { type: 'test.passed', serial, kind: 'full', checks: allChecks })
    expect((await kinds(world)).has('enableAcceptance')).toBe(true)
  },

  'only what the cause needs is asked for, and that nothing was needed is said [C-08]': async (open) => {
    const world = await open(terminal({ holds: [{ holdId: 'h', code: 'HARDWARE_FAULT' }] }))
    const remedies = [{ holdId: 'h', kind: 'noneRequired', performedBy: 'merchant', evidence: [] }] as const
    await world.refuse(
      m1,
      reinstatementRequested({ h: 'HARDWARE_FAULT' }, { remedies }),
      'REMEDY_UNSUITABLE',
      'REMEDY_UNSUITABLE',
    )
    const rest = await open(
      terminal({ lifecycleId: 'life-2', holds: [{ holdId: 'h', code: 'BUSINESS_ADJUSTMENT' }] }),
    )
    await rest.tell(m1, reinstatementRequested({ h: 'BUSINESS_ADJUSTMENT' }, { remedies }))
  },

  'a broken rule may pause or close, as the provider chooses; an appeal needs its policy [C-21]': async (
    open,
  ) => {
    const world = await open()
    await world.tell(p1, { type: 'hold.placed', holdId: 'h', code: 'RULE_VIOLATION' })
    const proposal = {
      type: 'closure.proposed',
      proposalId: 'c',
      reason: 'RULE_VIOLATION',
      basis: 'clause 9',
    } as const
    await world.tell(p1, proposal)
    const appeal = { type: 'closure.appealed', proposalId: 'c', grounds: 'it was put right' } as const
    await world.refuse(m1, appeal, 'APPEAL_NOT_ALLOWED')
    const other = await open(terminal({ lifecycleId: 'life-2' }), undefined, {
      ...defaultPolicy,
      appealAllowed: true,
    })
    await other.tell(p1, proposal)
    await other.tell(m1, appeal)
  },

  'two kinds of deposit are kept apart, and each deduction names its charge [C-18]': async (open) => {
    const deposit = { amount: cny(100), heldBy: 'acquirer-1' } as const
    const world = await open(
      terminal({
        deposits: [
          { depositId: 'pledge', kind: 'device_pledge', ...deposit },
          { depositId: 'guarantee', kind: 'guarantee', ...deposit },
        ],
        charges: [{ chargeId: 'c-1', kind: 'rental', amount: cny(30) }],
      }),
    )
    const { deposits } = await world.context()
    expect(deposits.pledge?.releaseRule).not.toBe(deposits.guarantee?.releaseRule)
    await run(world, approved, saleOff)
    await world.tell(p3, { type: 'charge.determined', chargeId: 'c-1', amount: cny(30) })
    await world.tell(p2, { type: 'deposit.deducted', depositId: 'pledge', chargeId: 'c-1', amount: cny(30) })
    const after = (await world.context()).deposits
    expect(after.guarantee?.deductions).toEqual(deposits.guarantee?.deductions)
    expect(JSON.stringify(after.pledge?.deductions)).toContain('c-1')
  },

  'settlement and return go in either order, and the closure waits for both [C-09]': async (open) => {
    const before = [approved, saleOff, drained, backedUp, erased, keysRemoved] as const
    const regions = async (world: World) =>
      ((await world.value()) as { closing: { clearing: Record<string, string> } }).closing.clearing
    const first = await open()
    await run(first, ...before, accountVerified, settled)
    expect(await regions(first)).toMatchObject({ settlement: 'done', devices: 'open' })
    await run(first, returned)
    expect(await regions(first)).toMatchObject({ settlement: 'done', devices: 'done' })
    const other = await open(terminal({ lifecycleId: 'life-2' }))
    await run(other, ...before, returned)
    expect(await regions(other)).toMatchObject({ settlement: 'open', devices: 'done' })
    await run(other, accountVerified, settled)
    expect(await regions(other)).toMatchObject({ settlement: 'done', devices: 'done' })
  },
}
