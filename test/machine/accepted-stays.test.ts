import { describe, expect, it } from 'vitest'
import { CorruptRecordError } from '../../src/errors/index.ts'
import { createLifecycle, type JournalEntry } from '../../src/machine/index.ts'
import { m1, p1 } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { digestOf, serial, terminal } from '../support/samples.ts'

const { fold } = createLifecycle()

/** A journal as an earlier release may have written it: what it accepted is refused today. */
const told = async (differs: (entry: JournalEntry) => object) => {
  const { tell, entries } = openPlay(terminal({ devices: [{ serial, owner: 'provider', tenancy: 'sole' }] }))
  await tell(p1, { type: 'hold.placed', holdId: 'works', code: 'SYSTEM_MAINTENANCE' })
  return entries.map((entry) => ({ ...entry, ...differs(entry) }) as JournalEntry)
}
const changed =
  (type: string, more: object) =>
  ({ cause, actor }: JournalEntry) =>
    'type' in cause && cause.type === type
      ? { cause: { ...cause, ...more }, actor: { ...actor, ...more } }
      : {}

describe('An entry that was accepted stays accepted', () => {
  it('also when its time was over before it began', async () => {
    const over = { startsAt: '2026-01-01T00:00:00+08:00', until: '2026-01-02T00:00:00+08:00' }
    const { holds } = fold(await told(changed('hold.placed', over))).context
    expect(holds.works).toMatchObject({ status: 'effective', until: over.until })
  })

  it('also when its sender may not say it any more', async () => {
    const entries = await told(({ cause, actor, seq }) =>
      'type' in cause
        ? {
            cause: { type: 'device.registered', serial, model: 'N86', by: cause.by, at: cause.at, seq },
            actor: { ...actor, onBehalfOf: 'merchant' },
          }
        : {},
    )
    expect(fold(entries).context.devices[serial]?.model).toBe('N86')
  })

  it('and so does an opening that brings less than is asked for today', async () => {
    const entries = await told(({ cause }) =>
      'opened' in cause
        ? {
            cause: {
              ...cause,
              opened: {
                ...cause.opened,
                devices: cause.opened.devices.map((one) => ({ ...one, lossReport: 'report-7' })),
              },
            },
          }
        : {},
    )
    expect(fold(entries).context.devices[serial]?.lossReport).toBe('report-7')
  })

  it('and what an earlier release noted of a wipe without leave is all that is known of it', async () => {
    const { tell, entries, context } = openPlay(
      terminal({ devices: [{ serial, owner: 'provider', tenancy: 'sole' }] }),
    )
    await tell(m1, { type: 'erasure.completed', serial, method: 'clear', tool: 'menu' })
    expect(fold(entries).context).toEqual(await context())
    expect((await context()).devices[serial]?.wiped).toEqual({ tried: false, recordsLost: true })
    const before = entries.map(({ issues, ...entry }) => ({
      ...entry,
      issues: issues.map(({ data: _, ...issue }) => issue),
    }))
    const then = fold(before).context
    expect(then.devices[serial]).not.toHaveProperty('wiped')
    expect(then.issues).toEqual(before.flatMap(({ issues }) => issues))
  })

  it('and what it noted of a copy that nobody had read back before the wipe', async () => {
    const { tell, entries, at } = openPlay(
      terminal({ devices: [{ serial, owner: 'provider', tenancy: 'sole' }] }),
    )
    const copy = { type: 'backup.recorded', serial, method: 'computer', encrypted: true } as const
    const upTo = at()
    await tell(m1, { ...copy, upTo, hash: digestOf('before'), containsCardholderData: false })
    await tell(m1, { type: 'erasure.completed', serial, method: 'clear', tool: 'menu' })
    const before = entries.map(({ issues, ...entry }) => ({
      ...entry,
      issues: issues.map((issue) => ({ ...issue, data: { recordsLost: false } })),
    }))
    expect(fold(entries).context.devices[serial]?.wiped).toEqual({ tried: false, recordsLost: true })
    expect(fold(before).context.devices[serial]?.wiped).toEqual({ tried: false, recordsLost: false })
    expect(fold(before).context.issues).toEqual(before.flatMap(({ issues }) => issues))
  })

  it('but what its state did not hear was never accepted', async () => {
    const event = { type: 'device.declaredUnreturned', serial }
    const entries = await told(({ cause }) =>
      'type' in cause ? { cause: { ...event, by: cause.by, at: cause.at, seq: cause.seq } } : {},
    )
    expect(() => fold(entries)).toThrow(CorruptRecordError)
  })
})
