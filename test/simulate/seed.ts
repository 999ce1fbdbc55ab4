import type { Dispatch } from '../../src/runtime/index.ts'
import { memoryDeliveries } from '../../src/webhooks/index.ts'
import { Desk } from '../quickstart/by-the-list/desk.ts'
import { richOpenings } from '../support/rich-openings.ts'
import { terminal } from '../support/samples.ts'
import { comeToRest } from './calm.ts'
import { hiddenAuthor } from './checks/hidden.ts'
import { judge } from './checks/judge.ts'
import type { FaultName } from './engine/faults.ts'
import { hostOf } from './engine/host.ts'
import { Stuck } from './engine/scheduler.ts'
import { PortalCounter, type Promised } from './people/counter.ts'
import { type Day, untilEnough } from './people/enough.ts'
import { hostReports, tellTruths } from './people/host.ts'
import { meddle } from './people/meddler.ts'
import { prelude } from './people/prelude.ts'
import { readAll, reads } from './people/reader.ts'
import { acquirerId, Staff } from './people/staff.ts'
import { type Kept, uploads } from './people/uploader.ts'
import type { Size } from './size.ts'
import { Acquirer } from './system/acquirer.ts'
import { Messages } from './system/messages.ts'
import { Office } from './system/office.ts'
import { Subscribers } from './system/subscribers.ts'
import { type Broken, type Plan, World } from './system/world.ts'

/** What one seed came to. */
export interface Outcome {
  readonly seed: number
  /** SHA-256 of the whole journey. */
  readonly digest: string
  readonly steps: number
  readonly commits: number
  readonly broken: readonly Broken[]
  readonly strikes: readonly string[]
  readonly acts: readonly string[]
  readonly faults: ReadonlyMap<FaultName, number>
  readonly ends: Readonly<Record<string, number>>
  readonly lines: readonly string[]
}

const mostSteps = 60_000
const day = 86_400_000

/** Plays one seed from its beginning to its end. */
export async function playSeed(
  seed: number,
  size: Size,
  plan: Plan = {},
  keepLines = false,
): Promise<Outcome> {
  const world = new World(seed, plan, keepLines)
  const { scheduler, chance, faults } = world
  hostOf({ scheduler, chance })
  const played = { ends: {} as Record<string, number>, office: undefined as Office | undefined }
  try {
    await scheduler.run(play(world, size, played), mostSteps)
  } catch (error) {
    if (error instanceof Stuck) world.breaks('everybody comes to an end', error.message)
    else
      world.breaks(
        'nothing is thrown that nobody meant',
        String((error as Error).stack ?? error).slice(0, 900),
      )
  } finally {
    hostOf(undefined)
  }
  const commits = played.office?.truth.commits ?? 0
  return {
    ...{ seed, digest: scheduler.digest(), steps: scheduler.steps, commits, broken: world.broken },
    ...{ strikes: faults.strikes, acts: world.acts, faults: faults.counts, ends: played.ends },
    lines: scheduler.lines,
  }
}

/** A hold of which its merchant must not know, in some lives. */
const hiddenHold = ({ chance }: World, lifecycleId: string, actor: Dispatch['actor']): Dispatch => ({
  ...{ lifecycleId, commandId: 'hidden', actor },
  event: {
    ...{
      type: 'hold.placed',
      holdId: 'canary-of-the-hold',
      disclosure: 'hidden',
      words: 'canary-of-the-words',
    },
    ...(chance.happens('by the court', 0.5)
      ? { code: 'AUTHORITY_ORDER', caps: ['payout'], orderRef: 'canary-of-the-order' }
      : { code: 'RULE_VIOLATION', release: 'evidence' }),
  },
})

async function play(
  world: World,
  { acts, days }: Size,
  played: { ends: Record<string, number>; office: Office | undefined },
): Promise<void> {
  const { chance } = world
  const staff = new Staff(world)
  const acquirer = new Acquirer(world)
  const host = staff.actor('system', 'host')
  const isPlain = chance.happens('plain', 0.7)
  const opening = terminal(isPlain ? {} : chance.one('opening', Object.values(richOpenings)))
  const { lifecycleId, merchantId, terminalId, merchantName } = opening
  const merchant = staff.actor('merchant', 'm1', merchantId)
  acquirer.mock.setTerminal(`${acquirerId}:${merchantId}:${terminalId}`, { unsettled: 50_000 })
  const subscribers = new Subscribers(world, chance.happens('told', 0.6) ? { merchant } : {})
  const office = new Office(world, {
    ...{ acquirer, host, people: staff.people, endpoints: subscribers.endpoints },
    deliveries: subscribers.counting(memoryDeliveries()),
    deliver: (process) => subscribers.from(process),
  })
  played.office = office
  staff.office = office
  const messages = new Messages(world, office)
  tellTruths(acquirer, messages)
  const workers = 1 + chance.below('workers', 3)
  for (let nth = 1; nth <= workers; nth += 1) office.begin(`w${nth}`)
  await office.auditor.open(opening)
  if (chance.happens('hidden', 0.35))
    await office.auditor.dispatch(hiddenHold(world, lifecycleId, staff.actor('provider', hiddenAuthor)))
  if (isPlain && chance.happens('prelude', 0.6)) await prelude(world, office, lifecycleId)
  const promised: Promised[] = []
  const kept: Kept[] = []
  const today: Day = { acts, until: world.now + days * day }
  const parts = { world, office, staff, promised, kept, messages, day: today }
  const desks = ['desk', 'other'].slice(0, 1 + chance.below('desks', 2)).map((name, place) => {
    const terminal_ = { lifecycleId, acquirerId, merchantId, terminalId, merchantName, currency: 'CNY' }
    return new Desk(new PortalCounter({ ...parts, name, from: place * 1_000, terminal: terminal_ }))
  })
  await Promise.all([
    ...desks.map((desk) => untilEnough(() => desk.end())),
    untilEnough(() => meddle(parts, lifecycleId, merchant)),
    untilEnough(() => uploads(parts, merchant)),
    untilEnough(() => hostReports(parts, lifecycleId)),
    untilEnough(() => reads(parts, merchant, lifecycleId)),
  ])
  await comeToRest(world, office, subscribers, messages, acquirer)
  await readAll(staff.clientOf(merchant), lifecycleId)
  await judge({ ...parts, acquirer, subscribers, ends: played.ends })
}
