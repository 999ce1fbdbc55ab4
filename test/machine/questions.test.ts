import { describe, expect, it } from 'vitest'
import { blockerCodes, blockerProfiles, eventProfiles } from '../../src/domain/index.ts'
import { CorruptRecordError, FutureVersionError, InvariantViolationError } from '../../src/errors/index.ts'
import {
  assertInvariants,
  availableActions,
  capabilities,
  checkReinstatement,
  createLifecycle,
  explain,
  type LifecycleRecord,
  migrate,
  openRecord,
  requirements,
  rules,
  viewAnswer,
} from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, clearingParts, confirmed, readClosed, run, saleOff } from '../support/closure.ts'
import { m1, p1, p2, sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { closureRequested, digestOf, paper, serial, start, terminal } from '../support/samples.ts'

const hidden: LifecycleEvent = {
  type: 'hold.placed',
  holdId: 'secret-case',
  code: 'AUTHORITY_ORDER',
  caps: ['payout', 'erasure'],
  orderRef: 'court-77',
  release: 'authority',
  disclosure: 'hidden',
}

const forTheCourt = { ...p1, onBehalfOf: 'authority' } as const

describe('every blocker', () => {
  it('names who clears it and by which event of the table [I17]', () => {
    for (const code of blockerCodes) {
      const { owner, clearedBy } = blockerProfiles[code]
      expect(owner, code).toBeTruthy()
      expect(clearedBy.length, code).toBeGreaterThan(0)
      for (const type of clearedBy) expect(eventProfiles, code).toHaveProperty([type])
    }
  })
})

describe('a rule', () => {
  it('can be asked without the chart, about an event that is not complete yet', () => {
    const record = openRecord(terminal(), { at: start })
    const codes = rules['erasure.authorised'](record.context, {
      type: 'erasure.authorised',
      by: p1,
      at: start,
      serial,
    })
    expect(codes.map(({ code }) => code)).toContain('DEVICE_IN_SERVICE')
  })
})

describe('explain', () => {
  it('says so when a state does not know the event at all', () => {
    const record = openRecord(terminal(), { at: start })
    const why = explain(record, { type: 'payout.ordered' }, { at: start, actor: p1 })
    expect(why).toMatchObject([{ code: 'NOT_ALLOWED_IN_STATE', ref: 'payout.ordered' }])
  })
})

describe('capabilities', () => {
  it('keep completion, void, refund and upload until the devices are drained', async () => {
    const world = openPlay()
    await run(world, approved)
    const before = capabilities(await world.record()).desired
    expect(before).toMatchObject({
      sale: false,
      completion: true,
      void: true,
      refund: true,
      batchUpload: true,
      payout: true,
    })
    await run(world, ...clearingParts.slice(0, 2))
    expect(capabilities(await world.record()).desired).toMatchObject({
      completion: false,
      batchUpload: false,
      refund: true,
    })
  })

  it('tell what was read back apart from what was ordered', async () => {
    const world = openPlay()
    expect(capabilities(await world.record()).observed.sale).toBe('unknown')
    expect(capabilities(await world.record()).ordered).toBeNull()
    await run(world, approved)
    const { ordered } = capabilities(await world.record())
    expect(ordered).toEqual({ sale: false, at: (await world.record()).at })
    await run(world, saleOff)
    const { observed, readAt, ordered: same } = capabilities(await world.record())
    expect([observed.sale, same]).toEqual([false, ordered])
    expect(Date.parse(readAt ?? '')).toBeGreaterThan(Date.parse(ordered?.at ?? ''))
  })
})

describe('requirements', () => {
  it('sort what is missing by whose it is and when it is due', async () => {
    const world = openPlay()
    await run(world, approved, ...clearingParts.slice(0, 3))
    const asked = requirements(await world.record(), { at: world.at() })
    const returning = asked.currentlyDue.find(({ code }) => code === 'DEVICE_NOT_RETURNED')
    expect(returning).toMatchObject({ owner: 'merchant', ref: serial })
    expect(returning?.clearedBy[0]).toBe('return.authorised')
    expect(returning?.due).toBeTruthy()
    await world.pass(16)
    const late = requirements(await world.record(), { at: world.at() })
    expect(late.pastDue.map(({ code }) => code)).toContain('DEVICE_NOT_RETURNED')
  })
})

describe('the account that money goes to', () => {
  it('is named to whoever verifies it, and to nobody else', async () => {
    const world = openPlay()
    await run(world, approved)
    await world.tell(m1, { type: 'payoutAccount.changed', token: 'account-1', name: '青禾便利店' })
    const record = await world.record()
    const dataFor = (viewer: 'provider' | 'merchant') => {
      const asked = requirements(record, { at: world.at(), viewer })
      const all = [...asked.currentlyDue, ...asked.pastDue, ...asked.pendingVerification]
      return all.filter(({ code }) => code === 'ACCOUNT_UNVERIFIED').map(({ data }) => data)
    }
    expect(dataFor('provider')).toEqual([{ token: 'account-1' }])
    expect(dataFor('merchant')).toEqual([undefined])
  })
})

describe('a supplement', () => {
  it('that comes under the digest which is on file is another one under its name', async () => {
    const world = openPlay()
    await world.tell(m1, closureRequested())
    await world.tell(p2, {
      type: 'review.informationRequested',
      applicationId: 'application-1',
      items: ['a waiver'],
    })
    const digest = digestOf('application-1')
    const supplement = { type: 'application.supplemented', applicationId: 'application-1', digest } as const
    await world.refuse(m1, { ...supplement, documents: [paper('waiver')] }, 'REFERENCE_IN_USE')
  })
})

describe('the notice of a hold', () => {
  const notice = paper('provider_notice', 'notice-1')
  const owed = async (world: ReturnType<typeof openPlay>) => {
    const asked = requirements(await world.record(), { at: world.at() })
    return [...asked.currentlyDue, ...asked.pastDue].filter(({ code }) => code === 'NOTICE_MISSING')
  }

  it('is asked of the provider with its day, until it is on file for that hold', async () => {
    const world = openPlay()
    await world.tell(p1, { type: 'hold.placed', holdId: 'rule', code: 'RULE_VIOLATION' })
    expect(await owed(world)).toMatchObject([{ owner: 'provider', ref: 'rule', due: expect.any(String) }])
    await world.tell(p1, { type: 'document.added', document: notice })
    expect(await owed(world)).toHaveLength(1)
    await world.tell(p1, { type: 'document.added', document: { ...notice, id: 'notice-2' }, for: 'rule' })
    expect(await owed(world)).toEqual([])
  })

  it('is no longer asked for when the hold has ended, however late it was', async () => {
    const world = openPlay()
    await world.tell(p1, {
      type: 'hold.placed',
      holdId: 'rule',
      code: 'SYSTEM_MAINTENANCE',
      caps: ['refund'],
    })
    await world.pass(10)
    expect(await owed(world)).toHaveLength(1)
    await world.tell(p2, { type: 'hold.lifted', holdId: 'rule' })
    expect(await owed(world)).toEqual([])
  })
})

describe('a hidden hold', () => {
  it('shows the merchant neither code nor reference, in any answer [I15]', async () => {
    const world = openPlay()
    await world.tell(forTheCourt, hidden)
    const record = await world.record()
    const { viewer, at } = { viewer: 'merchant', at: world.at() } as const
    const { step } = createLifecycle()
    const answer = step(record, {
      commandId: 'x',
      at,
      actor: m1,
      event: { type: 'payoutAccount.changed', token: 't', name: 'n' },
    })
    const seen = JSON.stringify([
      requirements(record, { at }),
      availableActions(record, { at, actor: m1 }),
      checkReinstatement(record, { at, actor: m1 }),
      viewAnswer(answer, record.context, viewer),
    ])
    for (const secret of ['secret-case', 'court-77', 'AUTHORITY_ORDER"']) expect(seen).not.toContain(secret)
    expect(seen).toContain('CONTACT_PROVIDER')
  })

  it('is open to the provider', async () => {
    const world = openPlay()
    await world.tell(forTheCourt, hidden)
    const why = explain(
      await world.record(),
      { type: 'hold.lifted', holdId: 'secret-case' },
      { at: world.at(), actor: p2 },
    )
    expect(why).toMatchObject([{ code: 'AUTHORITY_ORDER_REQUIRED', ref: 'secret-case' }])
  })
})

describe('a stored record', () => {
  const closed = async (): Promise<LifecycleRecord> => {
    const world = openPlay()
    await run(world, approved, ...clearingParts, confirmed, readClosed)
    return JSON.parse(JSON.stringify(await world.record()))
  }

  it('comes back from JSON as it was', async () => {
    const record = await closed()
    expect(migrate(record)).toEqual(record)
  })

  it('of a newer release, or damaged, is refused by name and place', async () => {
    const record = await closed()
    expect(() => migrate({ ...record, format: 3 })).toThrow(FutureVersionError)
    expect(() => migrate({ ...record, context: { ...record.context, holds: null } })).toThrow(
      CorruptRecordError,
    )
    expect(() => migrate({ ...record, version: -1 })).toThrow('/version')
    expect(() => migrate('text')).toThrow(CorruptRecordError)
  })

  it('that says what can never be true is not believed', async () => {
    const record = await closed()
    const device = record.context.devices[serial]
    if (device === undefined) throw new Error('no device')
    const lies: readonly [string, Partial<LifecycleRecord['context']>][] = [
      ['I5_CLOSED_IS_COMPLETE', { devices: { [serial]: { ...device, binding: 'bound' } } }],
      [
        'I6_DEPOSITS_ADD_UP',
        {
          deposits: Object.fromEntries(
            Object.entries(record.context.deposits).map(([id, item]) => [
              id,
              { ...item, deductions: { x: 1 } },
            ]),
          ),
        },
      ],
      [
        'I10_ACCOUNT_VERIFIED_BY_ANOTHER',
        { payoutAccount: { token: 't', name: 'n', enteredBy: 'm1', verifiedBy: 'm1', changedAt: start } },
      ],
    ]
    for (const [name, lie] of lies) {
      const doctored = { ...record, context: { ...record.context, ...lie } }
      expect(() => assertInvariants(doctored), name).toThrow(InvariantViolationError)
      expect(() => assertInvariants(doctored)).toThrow(name)
    }
  })

  it('is the fold of its journal', async () => {
    const { open, step, fold } = createLifecycle()
    const opened = open(terminal(), { at: start, commandId: 'open' })
    const first = step(opened.record, {
      commandId: '1',
      at: start,
      actor: sys,
      event: { type: 'hold.placed', holdId: 'h', code: 'NETWORK_FAULT' },
    })
    if (!first.accepted || !first.entry || !opened.entry) throw new Error('refused')
    expect(fold([opened.entry, first.entry])).toEqual(first.record)
    expect(() => fold([first.entry as never])).toThrow(CorruptRecordError)
  })
})
