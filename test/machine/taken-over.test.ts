import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { suspensionReasons } from '../../src/domain/index.ts'
import { InvalidInputError } from '../../src/errors/index.ts'
import {
  assertInvariants,
  createLifecycle,
  type LifecycleInput,
  type LifecycleRecord,
} from '../../src/machine/index.ts'
import { TerminalInput } from '../../src/schemas/index.ts'
import { codesOf } from '../schemas/codes-of.ts'
import { Alone, closeAlone, imposeAlone } from '../support/alone.ts'
import { halfDone, someDevices } from '../support/half-done-openings.ts'
import { sys } from '../support/people.ts'
import { richOpenings } from '../support/rich-openings.ts'
import { cny, serial, start, terminal } from '../support/samples.ts'

const { open, fold } = createLifecycle()
const daysAgo = (days: number) => new Date(Date.parse(start) - days * 86_400_000).toISOString()
const takenOver = { source: 'the old terminal management', asOf: daysAgo(1), reference: 'case-77' }
const closing = { reason: 'NO_LONGER_NEEDED', startedAt: daysAgo(30) } as const
const openedWith = (differs: Partial<LifecycleInput>, input = terminal()) =>
  open({ ...input, ...differs }, { at: start, commandId: 'open' })
const kindsOf = ({ record }: ReturnType<typeof openedWith>) =>
  Object.values(record.context.orders).map(({ kind }) => kind)

/** What is opened tells itself again from its first entry, keeps every invariant, and ends without anybody else. */
const expectSound = (input: LifecycleInput): void => {
  const { record, entry } = open(input, { at: start, commandId: 'open' })
  assertInvariants(record)
  expect(fold(entry ? [entry] : [])).toEqual(record)
  const broken = (answer: { record: LifecycleRecord }) => assertInvariants(answer.record)
  const alone = new Alone(record, broken)
  if (record.context.closing === null && !imposeAlone(alone)) return
  expect(closeAlone(alone)).toEqual([])
}

const isRefused = (input: LifecycleInput): boolean => {
  try {
    open(input, { at: start, commandId: 'open' })
    return false
  } catch (error) {
    if (error instanceof InvalidInputError) return true
    throw error
  }
}

describe('A closure that was begun elsewhere', () => {
  it('goes on here: devices are where they are, clocks run from where they began, nobody is told anew', () => {
    const received = { custody: 'received', receivedAt: daysAgo(5) } as const
    const devices = [
      { serial, owner: 'provider', tenancy: 'sole', ...received },
      { serial: 'second-7', owner: 'provider', tenancy: 'sole' },
    ] as const
    const opened = openedWith({ closing, takenOver, devices })
    const { value, context } = opened.record
    expect(JSON.stringify(value)).toContain('clearing')
    expect(context.closing).toMatchObject({
      reason: 'NO_LONGER_NEEDED',
      startedAt: daysAgo(30),
      request: null,
    })
    expect(context.devices[serial]).toMatchObject(received)
    expect(context.deadlines['deviceReturnDue:second-7']?.startedAt).toBe(start)
    expect(Date.parse(context.deadlines['deviceReturnDue:second-7']?.due ?? '')).toBeLessThan(
      Date.parse(start),
    )
    expect(context.deadlines[`deviceReturnDue:${serial}`]).toBeUndefined()
    expect(kindsOf(opened)).toContain('disableAcceptance')
    expect(kindsOf(opened)).not.toContain('notify')
  })

  it('says in the first entry of its journal what was taken over from where', () => {
    const { entry } = openedWith({ closing, takenOver })
    expect(entry?.cause).toMatchObject({ opened: { takenOver, closing } })
    expect(entry?.to).toEqual(expect.objectContaining({ closing: expect.anything() }))
  })

  it('has the rest of its statement to pay out, and was not paid more', () => {
    const payouts = { 'old-1': { amount: 30_000, excess: 0, status: 'confirmed', reference: 'r-1' } } as const
    const statement = { statementId: 's-1', upTo: daysAgo(2), net: 50_000, status: 'confirmed' } as const
    const { record } = openedWith({ closing: { ...closing, statement, payouts }, takenOver })
    expect(record.context.deadlines.payoutDue?.status).toBe('running')
    expect(closeAlone(new Alone(record))).toEqual([])
    const tooMuch = { 'old-1': { ...payouts['old-1'], amount: 50_001 } }
    expect(
      isRefused({ ...terminal(), closing: { ...closing, statement, payouts: tooMuch }, takenOver }),
    ).toBe(true)
  })

  it('waits for the whole of what it is paid: for the rest, and for what is on its way', () => {
    const clocks = (status: 'stated' | 'confirmed', paid: number, how: 'ordered' | 'confirmed') => {
      const statement = { statementId: 's-1', upTo: daysAgo(2), net: 50_000, status }
      const payouts = { 'old-1': { amount: paid, excess: 0, status: how, reference: 'r-1' } }
      const { deadlines } = openedWith({ closing: { ...closing, statement, payouts }, takenOver }).record
        .context
      return (['payoutDue', 'settlementObjection'] as const).filter(
        (name) => deadlines[name]?.status === 'running',
      )
    }
    expect(clocks('confirmed', 50_000, 'ordered')).toEqual(['payoutDue'])
    expect(clocks('confirmed', 30_000, 'ordered')).toEqual(['payoutDue'])
    expect(clocks('confirmed', 30_000, 'confirmed')).toEqual(['payoutDue'])
    expect(clocks('confirmed', 50_000, 'confirmed')).toEqual([])
    expect(clocks('stated', 50_000, 'ordered')).toEqual(['settlementObjection'])
  })

  it('names where it comes from, and nothing that lies ahead', () => {
    expect(codesOf(TerminalInput, terminal({ closing }))).toContain('REQUIRED_HERE /takenOver')
    const issuesOf = (differs: Partial<LifecycleInput>) => {
      try {
        return openedWith(differs)
      } catch (error) {
        return error instanceof InvalidInputError ? error.issues : error
      }
    }
    expect(issuesOf({ closing })).toEqual([{ path: '/takenOver', code: 'REQUIRED_HERE' }])
    const far = '2099-01-01T00:00:00.000+08:00'
    expect(
      issuesOf({ closing: { ...closing, startedAt: far }, takenOver: { ...takenOver, asOf: far } }),
    ).toEqual([
      { path: '/closing/startedAt', code: 'IN_THE_FUTURE' },
      { path: '/takenOver/asOf', code: 'IN_THE_FUTURE' },
    ])
  })

  it('is heard by the host, and is over when the register says so', () => {
    const alone = new Alone(openedWith({ closing, takenOver }).record)
    expect(alone.tell(sys, { type: 'keys.removed', serial, method: 'revokedAtHost' })).toBe(true)
    expect(closeAlone(alone)).toEqual([])
  })
})

describe('Whatever is taken over keeps the invariants and can be closed', () => {
  it('with everything half done that somebody else left', () => {
    for (const input of [...Object.values(halfDone), ...Object.values(richOpenings)])
      expectSound({ ...input, closing, takenOver })
  })

  it('with a device in any state in which it can come', () => {
    const all = someDevices(499).map((input) => ({ ...input, closing, takenOver }))
    const good = all.filter((input) => !isRefused(input))
    expect(good.length).toBeGreaterThan(5)
    for (const input of good) expectSound(input)
  })

  it('in every world of which the schema and the machine let it be opened', () => {
    const refunds = (amount: number) => ({
      'old-1': { amount, excess: 0, status: 'confirmed', reference: 'r-1' } as const,
    })
    const minor = fc.integer({ min: 0, max: 300_000 })
    const world = fc.record({
      code: fc.constantFrom(...suspensionReasons.filter((one) => one !== 'AUTHORITY_ORDER')),
      status: fc.constantFrom('stated' as const, 'confirmed' as const, 'deemed' as const),
      days: fc.integer({ min: 1, max: 400 }),
      acceptance: fc.constantFrom('on' as const, 'off' as const, 'unknown' as const),
      device: fc.constantFrom(...Object.values(halfDone).map(({ devices }) => devices)),
      ...{ net: minor, paid: minor, refunded: minor, owed: minor, isClosing: fc.boolean() },
    })
    let opened = 0
    fc.assert(
      fc.property(world, ({ net, paid, refunded, owed, days, ...given }) => {
        const statement = { statementId: 's-1', upTo: daysAgo(1), net, status: given.status }
        const input = terminal({
          devices: given.device,
          takenOver,
          holds: [{ holdId: 'old', code: given.code }],
          charges: [{ chargeId: 'arrears', kind: 'arrears', amount: cny(owed) }],
          deposits: [
            {
              ...{ depositId: 'd-1', kind: 'guarantee', amount: cny(200_000), heldBy: 'acquirer-1' },
              refunds: refunds(refunded),
            },
          ],
          status: {
            ...{ acceptance: given.acceptance, registry: 'unknown', unsettled: null },
            ...{ readAt: daysAgo(1), capabilities: {} },
          },
          ...(given.isClosing && {
            closing: { ...closing, startedAt: daysAgo(days), statement, payouts: refunds(paid) },
          }),
        })
        expect(TerminalInput.safeParse(input).success).toBe(true)
        // more was paid, or given back, than there was
        expect(isRefused(input)).toBe(refunded > 200_000 || (given.isClosing && paid > net))
        if (isRefused(input)) return
        opened += 1
        expectSound(input)
      }),
      { numRuns: 40 },
    )
    expect(opened).toBeGreaterThan(5)
  })
})
