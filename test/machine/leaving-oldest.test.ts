import { beforeAll, expect, test } from 'vitest'
import { mostEnded, mostLifted } from '../../src/domain/index.ts'
import { devices } from '../../src/machine/leaving/devices.ts'
import { disputes } from '../../src/machine/leaving/disputes.ts'
import { holds } from '../../src/machine/leaving/holds.ts'
import { issues, tail } from '../../src/machine/leaving/tail.ts'
import type { LifecycleContext } from '../../src/machine/shape/context.ts'
import { openPlay } from '../support/play.ts'

const at = '2027-03-02T10:00:00+08:00'
let bare: LifecycleContext
beforeAll(async () => {
  bare = await openPlay().context()
})

const numbered = <Item>(count: number, item: (id: string) => Item): Readonly<Record<string, Item>> =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`i-${n}`, item(`i-${n}`)]))
const gone = (before: object, after: object) => Object.keys(before).filter((id) => !Object.hasOwn(after, id))

test('of cases that are decided the oldest goes; one that is open, or carried over, stays however old it is', () => {
  const closed = (caseId: string) => ({ caseId, status: 'closed', carriedOver: false })
  const all = {
    ...{ open: { ...closed('open'), status: 'open' }, carried: { ...closed('carried'), carriedOver: true } },
    ...numbered(mostEnded + 1, closed),
  } as unknown as LifecycleContext['disputes']
  expect(gone(all, disputes({ ...bare, disputes: all }, at))).toEqual(['i-0'])
})

test('of what was told late the oldest goes that nobody has to see to', () => {
  const seen = Array.from({ length: mostEnded + 1 }, (_, n) => ({ ref: `i-${n}`, open: false }))
  const open = { ref: 'open', open: true }
  const all = [open, ...seen] as unknown as LifecycleContext['tail']
  expect(tail({ ...bare, tail: all }, at)).toEqual([open, ...seen.slice(1)])
})

test('of holds that have ended the oldest goes, but for one that an application names, that is hidden or rests on evidence', () => {
  const hold = (holdId: string) => ({ holdId, status: 'lifted', disclosure: 'open' })
  const all = {
    ...{ named: hold('named'), hidden: { ...hold('hidden'), disclosure: 'hidden' } },
    ...{ proven: { ...hold('proven'), evidence: [] }, placed: { ...hold('placed'), status: 'effective' } },
    ...numbered(mostLifted + 1, hold),
  } as unknown as LifecycleContext['holds']
  const application = { holdIds: ['named'] } as unknown as NonNullable<LifecycleContext['application']>
  const left = holds({ ...bare, application, holds: all })
  expect(gone(all, left.holds)).toEqual(['i-0'])
  expect(left.endedHolds).toEqual(['i-0'])
  expect(gone(all, holds({ ...bare, application: null, holds: all }).holds)).toEqual(['named', 'i-0'])
})

test('where nothing goes the ledgers are the same ones', () => {
  const context = { ...bare, issues: Array(mostEnded).fill({ code: 'STALE_READ' }) } as LifecycleContext
  expect(devices(context, at)).toBe(context.devices)
  expect(issues(context, at)).toBe(context.issues)
})
