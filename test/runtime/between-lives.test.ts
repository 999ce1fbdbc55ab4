import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LifecycleRecord } from '../../src/machine/index.ts'
import { memoryStore, type Store } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import type { Change, CommitOutcome } from '../../src/runtime/store.ts'
import { changeTo, deadline, device, type Wanted } from './records.ts'

const instant = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour)).toISOString()
const serials = ['SN-1', 'SN-2', 'SN-3'] as const
type Tenancy = 'sole' | 'shared'

type Act =
  | {
      act: 'open'
      merchantId: string
      terminalId: string
      acquirerId: string
      serial: string
      tenancy: Tenancy
    }
  | { act: 'replace' | 'unbind'; life: number; serial: string; tenancy: Tenancy }
  | { act: 'close'; life: number; rests: number }

const tenancy = fc.constantFrom<Tenancy>('sole', 'sole', 'sole', 'shared')
const life = fc.nat(7)
const serial = fc.constantFrom(...serials)
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    act: fc.constant('open' as const),
    merchantId: fc.constantFrom('M1', 'M2'),
    terminalId: fc.constantFrom('T1', 'T2'),
    acquirerId: fc.constantFrom('acq-1', 'acq-1', 'acq-2'),
    ...{ serial, tenancy },
  }),
  fc.record({ act: fc.constantFrom('replace' as const, 'unbind' as const), life, serial, tenancy }),
  fc.record({ act: fc.constant('close' as const), life, rests: fc.integer({ min: 1, max: 30 }) }),
)
/** What comes in one commit: now and then two acts race. */
const story = fc.array(fc.array(act, { minLength: 1, maxLength: 3 }), { minLength: 5, maxLength: 25 })

/** One life as the test tells it on; the newest that was committed. */
interface Life extends Wanted {
  lifecycleId: string
  version: number
  head: string
}

/** Whatever is closed has let go of everything. */
const boundIn = ({ devices = [], closedAt }: Wanted) =>
  devices.filter(({ binding }) => binding !== 'unbound' && closedAt === undefined)

const firstOpening: Act = {
  act: 'open',
  merchantId: 'M1',
  terminalId: 'T1',
  acquirerId: 'acq-1',
  serial: 'SN-1',
  tenancy: 'sole',
}

function next(lives: readonly Life[], one: Act, n: number, at: string): Wanted & { version: number } {
  if (one.act === 'open') {
    const { act: _, serial, tenancy, ...number } = one
    return {
      ...number,
      lifecycleId: `life-${n}`,
      version: 0,
      at,
      devices: [device(serial, null, { tenancy })],
    }
  }
  const known = lives[one.life % Math.max(1, lives.length)]
  if (!known) return next(lives, firstOpening, n, at)
  const { devices = [], version } = known
  const common = { ...known, at, version: version + 1 }
  if (one.act === 'close') {
    const due = new Date(Date.parse(at) + one.rests * 3_600_000).toISOString()
    return {
      ...common,
      closedAt: known.closedAt ?? at,
      deadlines: known.deadlines ?? [deadline('tidQuarantine', due)],
    }
  }
  const others = devices.filter((item) => item.serial !== one.serial)
  const binding = one.act === 'replace' ? 'bound' : 'unbound'
  // One that is bound stays what it is: it comes again only once it was unbound.
  const { tenancy = one.tenancy } = boundIn(known).find((item) => item.serial === one.serial) ?? {}
  return { ...common, devices: [...others, device(one.serial, null, { binding, tenancy })] }
}

/** The three rules once more, over all lives there are, without any index. */
function expected(lives: readonly Life[], wanted: Wanted & { version: number }): unknown {
  const { lifecycleId = '', version, at = '' } = wanted
  const others = lives.filter(
    (one) => one.lifecycleId !== lifecycleId && one.acquirerId === wanted.acquirerId,
  )
  const before = lives.find((one) => one.lifecycleId === lifecycleId)
  if ((before?.version ?? -1) !== version - 1) return 'conflict'
  const numbered = others.filter((one) => one.terminalId === wanted.terminalId)
  if (version === 0) {
    if (numbered.some((one) => one.merchantId === wanted.merchantId && one.closedAt === undefined))
      return 'conflict'
    const resting = numbered.filter(
      ({ merchantId, deadlines: [quarantine] = [] }) =>
        merchantId !== wanted.merchantId && quarantine && Date.parse(quarantine.due) > Date.parse(at),
    )
    if (resting.length > 0) return { held: 'number', by: resting.map((one) => one.lifecycleId) }
  }
  const had = new Set(before ? boundIn(before).map((item) => item.serial) : [])
  for (const { serial, tenancy } of boundIn(wanted).filter((item) => !had.has(item.serial))) {
    const held = others.filter((one) =>
      boundIn(one).some((item) => item.serial === serial && (item.tenancy === 'sole' || tenancy === 'sole')),
    )
    if (held.length > 0) return { held: 'device', by: held.map((one) => one.lifecycleId) }
  }
  return 'committed'
}

const agrees = (outcome: CommitOutcome | undefined, wanted: unknown): boolean => {
  if (typeof outcome !== 'object') return outcome === wanted
  const { held, by } = wanted as { held?: string; by?: readonly string[] }
  return outcome.held === held && by?.includes(outcome.lifecycleId) === true
}

const isBound = ({ context }: LifecycleRecord, serial: string) => {
  const found = context.devices[serial]
  return found && found.binding !== 'unbound' ? found.tenancy : undefined
}

/** (a) and (b) as anybody can see them in the records; (c) is in what each opening was answered. */
function holds(records: readonly LifecycleRecord[]): void {
  const open = records.filter(({ context }) => context.closing === null)
  const numbers = open.map(
    ({ context: { identity: i } }) => `${i.acquirerId} ${i.merchantId} ${i.terminalId}`,
  )
  expect(new Set(numbers).size).toBe(numbers.length)
  for (const acquirerId of ['acq-1', 'acq-2'])
    for (const serial of serials) {
      const own = records.filter(({ context }) => context.identity.acquirerId === acquirerId)
      const bound = own.map((record) => isBound(record, serial)).filter((one) => one !== undefined)
      if (bound.includes('sole')) expect(bound).toHaveLength(1)
    }
}

const outcomes = new Map<string, number>()

async function tell(stores: readonly Store[], told: readonly (readonly Act[])[]): Promise<void> {
  const lives: Life[] = []
  for (const [hour, acts] of told.entries()) {
    const wanted = acts.map((one, index) => next(lives, one, 10 * hour + index, instant(hour)))
    const changes: Change[] = []
    for (const one of wanted) {
      const head = lives.find(({ lifecycleId }) => lifecycleId === one.lifecycleId)?.head
      changes.push({ ...(await changeTo(one, one.version, head)), commandId: `c-${hour}-${changes.length}` })
    }
    const got = await Promise.all(stores.map((store) => store.commit(changes)))
    for (const [index, one] of wanted.entries()) {
      const rule = expected(lives, one)
      for (const answers of got) if (!agrees(answers[index], rule)) expect(answers[index]).toEqual(rule)
      const kind = typeof rule === 'string' ? rule : (rule as { held: string }).held
      outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1)
      if (rule !== 'committed') continue
      const lifecycleId = one.lifecycleId ?? ''
      const stored = lives.findIndex((life) => life.lifecycleId === lifecycleId)
      const now = { ...one, lifecycleId, head: changes[index]?.entry?.hash ?? '' }
      if (stored < 0) lives.push(now)
      else lives[stored] = now
    }
    for (const store of stores) holds(await store.find({}))
  }
}

describe('what holds between lives, whatever order they are told in', () => {
  it('holds in every store after every commit, and keeps out nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (told) => {
        const stores = [memoryStore(), sqliteStore(':memory:')]
        await tell(stores, told)
        await Promise.all(stores.map((store) => store.close()))
      }),
      { numRuns: 60, seed: 20_260_302 },
    )
    for (const kind of ['committed', 'conflict', 'number', 'device'])
      expect(outcomes.get(kind), kind).toBeGreaterThan(20)
  })
})
