import { expect } from 'vitest'
import {
  type Actor,
  type Blocker,
  type BlockerCode,
  blockerProfiles,
  type EventType,
  type Owner,
  profileOf,
} from '../../src/domain/index.ts'
import {
  type Accepted,
  checkClosure,
  createLifecycle,
  type LifecycleInput,
  type LifecycleOptions,
  requirements,
} from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { byTwo } from '../support/closure.ts'
import { p1, sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { type World, worldOf } from '../support/world.ts'

type Named = Pick<Blocker, 'code' | 'owner' | 'clearedBy'>
type Question = () => Promise<readonly Named[]>
export interface Told {
  actor: Actor
  event: { type: EventType }
}
/** A world that remembers who told what, clocks included. */
interface Telling extends World {
  readonly told: readonly Told[]
}
type OpenTelling = (input?: LifecycleInput, options?: LifecycleOptions) => Promise<Telling>

/** Where a code stands in the way, what is then done, and the question that is asked once more, unless doing it was the answer. */
export interface Obstacle {
  world: Telling
  ask: Question
  act: () => Promise<unknown>
  again: Question | 'accepted'
}

/** A report that raises an issue, what it leaves wrong, and what is then done. */
interface Trouble {
  world: Telling
  report: () => Promise<Accepted>
  isWrong: () => Promise<boolean>
  act: () => Promise<unknown>
}

/** How a code is seen to go: as a reason for a refusal or an open item, or as an issue of a report. */
export type Clearing =
  | { readonly story: (open: OpenTelling) => Promise<Obstacle> }
  | { readonly issue: (open: OpenTelling) => Promise<Trouble> }
export type Clearings<Code extends BlockerCode> = Readonly<Record<Code, Clearing>>

export const story = (
  play: (world: Telling) => Promise<Omit<Obstacle, 'world'>> | Omit<Obstacle, 'world'>,
  input?: LifecycleInput,
  options?: LifecycleOptions,
): Clearing => ({
  story: async (open) => {
    const world = await open(input, options)
    return { ...(await play(world)), world }
  },
})

export const issue = (
  play: (world: Telling) => Promise<Omit<Trouble, 'world'>> | Omit<Trouble, 'world'>,
  input?: LifecycleInput,
): Clearing => ({
  issue: async (open) => {
    const world = await open(input)
    return { ...(await play(world)), world }
  },
})

/** Why the event is refused; nothing: it was accepted. */
const asked =
  (world: World, actor: Actor, event: LifecycleEvent): Question =>
  async () => {
    const answer = await world.send(actor, event)
    return answer.accepted ? [] : answer.blockers
  }

/** Refused; afterwards the same event again, or what takes its place. */
export const refused = (
  world: World,
  actor: Actor,
  event: LifecycleEvent,
  act: Obstacle['act'],
  then: { actor?: Actor; event?: LifecycleEvent } = {},
) => ({
  ask: asked(world, actor, event),
  act,
  again: asked(world, then.actor ?? actor, then.event ?? event),
})

/** Refused for what it says itself: said rightly it is accepted, by two people where it takes two. */
export const corrected = (
  world: World,
  actor: Actor,
  wrong: LifecycleEvent,
  right: LifecycleEvent,
): Omit<Obstacle, 'world'> => ({
  ask: asked(world, actor, wrong),
  act: () => (profileOf(right.type).second === 'proposal' ? byTwo(world, right) : world.tell(actor, right)),
  again: 'accepted',
})

/** What stands between the terminal and its closure. */
const obligationsOf = async (world: World, actor: Actor = p1): Promise<readonly Named[]> =>
  checkClosure(await world.record(), { at: world.at(), actor }).later

export const obliged = (world: World, act: Obstacle['act'], actor?: Actor) => ({
  ask: () => obligationsOf(world, actor),
  act,
  again: () => obligationsOf(world, actor),
})

export const owes = (world: World, code: BlockerCode) => async (): Promise<boolean> =>
  (await obligationsOf(world)).some((blocker) => blocker.code === code)

export const required = (world: World, act: Obstacle['act']) => {
  const ask = async () => {
    const { currentlyDue, pastDue, eventuallyDue, pendingVerification } = requirements(await world.record(), {
      at: world.at(),
      actor: p1,
    })
    return [...currentlyDue, ...pastDue, ...eventuallyDue, ...pendingVerification]
  }
  return { ask, act, again: ask }
}

/** Pure steps that are remembered. */
const openTelling: OpenTelling = async (input, options = {}) => {
  const play = openPlay(input, undefined, createLifecycle(options), options.policy)
  const told: Told[] = []
  const fired = async () =>
    Object.values((await play.context()).deadlines).filter(({ status }) => status === 'fired').length
  const world = worldOf({
    at: play.at,
    record: play.record,
    send: async (actor, event) => {
      const answer = await play.send(actor, event)
      if (answer.accepted) told.push({ actor, event })
      return answer
    },
    pass: async (days) => {
      const before = await fired()
      await play.pass(days)
      if ((await fired()) > before) told.push({ actor: sys, event: { type: 'timer.due' } })
    },
  })
  return { ...world, told }
}

/** Told by those who see it, not by the merchant who does it. */
const seen = new Set<EventType>(['charge.met', 'batch.uploaded', 'device.received'])

const isOf = (owner: Owner, { role, onBehalfOf }: Actor): boolean =>
  owner === 'authority' ? role === 'provider' && onBehalfOf === 'authority' : role === owner

/** Does the table name any event that the owner could send itself? If not, somebody reports what the owner did. */
export const isWitnessed = (
  code: BlockerCode,
  { owner, clearedBy }: Pick<Blocker, 'owner' | 'clearedBy'> = blockerProfiles[code],
): boolean => {
  const isSeen = owner === 'merchant' && clearedBy.some((type) => seen.has(type))
  return (
    isSeen ||
    !clearedBy.some((type) => profileOf(type).roles.includes(owner === 'authority' ? 'provider' : owner))
  )
}

/** What is done is what the answer names, else the table, and the owner had its part in it. */
const playsAsTold = async (
  code: BlockerCode,
  world: Telling,
  act: () => Promise<unknown>,
  named: Pick<Blocker, 'owner' | 'clearedBy'> = blockerProfiles[code],
): Promise<void> => {
  const { owner, clearedBy } = named
  const before = world.told.length
  await act()
  const told = world.told.slice(before)
  expect(
    told.some(({ event }) => clearedBy.includes(event.type)),
    clearedBy.join(', '),
  ).toBe(true)
  if (isWitnessed(code, named)) return
  const own = told.filter(({ actor }) => isOf(owner, actor))
  expect(own, `${owner} does something`).not.toEqual([])
}

const codesOf = (named: readonly { code: string }[]): string[] => named.map(({ code }) => code)

/** Shows that the code is there, that it goes as the table says, and that it is gone. */
export const perform = async (code: BlockerCode, clearing: Clearing): Promise<void> => {
  if ('story' in clearing) {
    const { world, ask, act, again } = await clearing.story(openTelling)
    const found = await ask()
    expect(codesOf(found)).toContain(code)
    const named = found.find((blocker) => blocker.code === code)
    expect(named?.clearedBy).not.toEqual([])
    await playsAsTold(code, world, act, named)
    if (again !== 'accepted') expect(codesOf(await again())).not.toContain(code)
    return
  }
  const { world, report, isWrong, act } = await clearing.issue(openTelling)
  const { issues } = await report()
  expect(codesOf(issues)).toContain(code)
  expect(await isWrong()).toBe(true)
  await playsAsTold(code, world, act)
  expect(await isWrong()).toBe(false)
}
