import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../src/domain/index.ts'
import {
  availableActions,
  checkClosure,
  type LifecycleRecord,
  requirements,
  viewEntry,
  viewRecord,
} from '../../src/machine/index.ts'
import { memoryPapers, memoryStore, type Runtime, type Store } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { agent, m1, p1, sys } from '../support/people.ts'
import { merchantId, paper, serial, terminal, terminalId } from '../support/samples.ts'
import { collect } from './collect.ts'
import { settled } from './manual-environment.ts'
import { escalation, note, rig } from './rig.ts'

const elsewhere = 'acquirer-2'
const released: Actor = { ...agent, personId: 'a9', organisationId: 'agent-9' }

/** Nobody of the house, and nobody of its houses of yesterday. */
const strangers: Readonly<Record<string, Actor>> = {
  'the merchant with the same number at another acquirer': { ...m1, acquirerId: elsewhere },
  'another merchant': { ...m1, organisationId: '898440354110002' },
  'a merchant with the number of the agent': { ...m1, organisationId: 'agent-1' },
  'a provider of another acquirer': { ...p1, acquirerId: elsewhere },
  'the system of another acquirer': { ...sys, acquirerId: elsewhere },
  'an agent that was never assigned': { ...agent, organisationId: 'agent-2' },
  'the agent assigned, at another acquirer': { ...agent, acquirerId: elsewhere },
  'an agent with the number of the merchant': { ...agent, organisationId: merchantId },
  'an agent that was released': released,
}
const people = { merchant: m1, provider: p1, system: sys, agent }

type House = Awaited<ReturnType<typeof house>>

/** A life in which much has happened, and a second one at another acquirer that has its merchant's number. */
async function house(store: Store) {
  const made = await rig({ store, papers: memoryPapers() })
  const { runtime, send } = made
  const told: { commandId: string; event: LifecycleEvent; actor: Actor }[] = []
  const tell = async (event: LifecycleEvent, actor: Actor = p1) => {
    expect(await send(event, actor)).toMatchObject({ accepted: true })
    told.push({ commandId: `command-${told.length + 1}`, event, actor })
  }
  await tell({ type: 'agent.assigned', agentId: 'agent-9', tasks: ['devices'] })
  await tell({ type: 'note.recorded', kind: 'note', text: 'looked at it' }, released)
  await tell({ type: 'agent.assigned', agentId: 'agent-1', tasks: ['devices'] })
  await tell({ type: 'hold.placed', holdId: 'hold-1', code: 'NETWORK_FAULT' })
  await tell({ type: 'hold.placed', holdId: 'secret', code: 'RULE_VIOLATION', disclosure: 'hidden' })
  await tell({ type: 'document.added', document: paper('business_licence', 'licence-1') })
  await tell(escalation, m1)
  const other = { lifecycleId: 'other', acquirerId: elsewhere, terminalId: '10000002' }
  await runtime.open(terminal({ ...other, devices: [device('SN-9')] }))
  const { context } = await made.record()
  return { ...made, told, context }
}
const device = (serial: string) => ({ serial, owner: 'provider', tenancy: 'sole' }) as const

/** What is handed back, or how it is refused, word for word. */
async function outcome(asked: () => unknown): Promise<string> {
  try {
    const answer = await asked()
    const isList = typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer
    return JSON.stringify(isList ? await collect(answer as AsyncIterable<unknown>) : answer) ?? 'nothing'
  } catch (error) {
    const { name, message, ...rest } = error as Error
    return JSON.stringify({ name, message, ...rest })
  }
}

/** What there is to read now: a feed ends only when it is told to. */
async function changesNow(runtime: Runtime, after: string | null, actor: Actor) {
  const controller = new AbortController()
  const told: unknown[] = []
  const ended = (async () => {
    for await (const { entry } of runtime.changes(after, { actor, signal: controller.signal }))
      told.push(entry)
  })()
  await Promise.race([settled(), ended.catch(() => undefined)])
  controller.abort()
  await ended
  return told
}

/** Ids as they are, or such as never were. */
interface Ids {
  lifecycleId: string
  /** Each that anybody could know: of orders, papers, commands, clocks, devices, and so on. */
  named: readonly string[]
  told: House['told']
  query: { terminalId: string; serial: string }
}

type Ask = (
  runtime: Runtime,
  actor: Actor,
  ids: Ids,
) => Promise<readonly string[]> | readonly Promise<string>[]
const one = (asked: () => unknown) => [outcome(asked)]
const each = <Item>(items: readonly Item[], asked: (item: Item) => unknown) =>
  items.map((item) => outcome(() => asked(item)))

/** Every way in and every read. A method that is new has no row here, and neither compiles nor passes. */
const asks = {
  get: (runtime, actor, { lifecycleId }) => one(() => runtime.get(lifecycleId, { actor })),
  overview: (runtime, actor, { lifecycleId }) => one(() => runtime.overview(lifecycleId, { actor })),
  recordsAt: (runtime, actor, { lifecycleId }) =>
    each([[], [0], [0, 3, 99], [-1]], (versions) => runtime.recordsAt(lifecycleId, { actor, versions })),
  journal: (runtime, actor, { lifecycleId }) =>
    each([-1, 0, 3], (after) => runtime.journal(lifecycleId, { actor, after })),
  availableActions: (runtime, actor, { lifecycleId }) =>
    one(() => runtime.availableActions(lifecycleId, { actor })),
  requirements: (runtime, actor, { lifecycleId }) => one(() => runtime.requirements(lifecycleId, { actor })),
  checkClosure: (runtime, actor, { lifecycleId }) => one(() => runtime.checkClosure(lifecycleId, { actor })),
  checkReinstatement: (runtime, actor, { lifecycleId }) =>
    one(() => runtime.checkReinstatement(lifecycleId, { actor })),
  checkSuspension: (runtime, actor, { lifecycleId }) =>
    one(() => runtime.checkSuspension(lifecycleId, { actor })),
  procedure: (runtime, actor, { lifecycleId, named }) =>
    each([undefined, ...named], (serial) =>
      runtime.procedure(lifecycleId, { actor, process: 'closure', serial }),
    ),
  find: (runtime, actor, { lifecycleId, query }) =>
    each(
      [
        { terminalId: query.terminalId },
        { serial: query.serial },
        { merchantId, terminalId: query.terminalId },
        { acquirerId: 'acquirer-1', serial: query.serial },
        { after: lifecycleId, terminalId: query.terminalId },
      ],
      (asked) => runtime.find(asked, { actor }),
    ),
  changes: async (runtime, actor, { lifecycleId }) => {
    const answers: string[] = []
    for (const seq of [0, 3, 99])
      answers.push(await outcome(() => changesNow(runtime, `${lifecycleId}/${seq}`, actor)))
    return answers
  },
  changesPage: (runtime, actor, { lifecycleId }) =>
    each([null, `${lifecycleId}/0`, `${lifecycleId}/3`, `${lifecycleId}/99`], (after) =>
      runtime.changesPage(after, { actor }),
    ),
  orders: (runtime, actor, { lifecycleId }) => one(() => runtime.orders(lifecycleId, { actor })),
  dispatch: async (runtime, actor, { lifecycleId, named, told }) => {
    const say = (commandId: string, event: LifecycleEvent, expectedVersion?: number, by = actor) =>
      outcome(() => runtime.dispatch({ lifecycleId, commandId, actor: by, event, expectedVersion }))
    const answers: string[] = []
    for (const { commandId, event } of told) {
      answers.push(await say(commandId, event))
      for (const version of [0, 3, 99]) answers.push(await say(`new-${commandId}`, event, version))
    }
    for (const id of named) {
      const document = paper('business_licence', id)
      const own = { ...paper('business_licence', id), digest: 'f'.repeat(64) }
      for (const event of [
        { type: 'document.added', document },
        { type: 'document.added', document: own },
        { type: 'hold.lifted', holdId: id },
        { type: 'order.confirmed', orderId: id },
        { type: 'device.found', serial: id },
        { type: 'followUp.done', followUpId: id },
      ] as LifecycleEvent[])
        answers.push(await say('new-one', event))
    }
    return answers
  },
  answered: (runtime, actor, { lifecycleId, told }) =>
    each(told, ({ commandId }) => runtime.answered(lifecycleId, commandId, { actor })),
  lifecycleOf: (runtime, actor, { named }) => each(named, (id) => runtime.lifecycleOf(id, { actor })),
  work: (runtime, actor, { query: { terminalId } }) =>
    each(
      [{}, { terminalId }, { merchantId, terminalId }, { terminalId, state: 'live' }] as const,
      (question) => runtime.work(question, { actor }),
    ),
  purge: (runtime, actor, { lifecycleId }) => one(() => runtime.purge({ actor, lifecycleId, dryRun: true })),
  open: (runtime, actor, { lifecycleId }) =>
    one(() => runtime.open(terminal({ lifecycleId, devices: [device('SN-8')] }), { actor })),
  openAll: (runtime, actor, { lifecycleId, told }) =>
    one(async () =>
      (
        await runtime.openAll([
          { input: terminal({ lifecycleId }), commandId: told[0]?.commandId, actor },
          { input: terminal({ lifecycleId }), actor },
        ])
      ).map((opened) => ({ ...opened, lifecycleId: 'as asked' })),
    ),
} satisfies Partial<Record<keyof Runtime, Ask>>

/** The operator's own: whoever holds the runtime holds all of it. */
const operators = ['run', 'drain', 'audit', 'auditChanges', 'health', 'migrateAll'] as const
type Operator = (typeof operators)[number]
// Does not compile where a method of the runtime is in neither list.
type Covered = keyof typeof asks | Operator
const _covered: Exclude<keyof Runtime, Covered> extends never ? true : Exclude<keyof Runtime, Covered> = true

const homes = { memory: memoryStore, SQLite: () => sqliteStore(':memory:') }

describe.each(Object.entries(homes))('over %s', (_, open) => {
  let store: Store
  let own: House
  let real: Ids
  beforeEach(async () => {
    store = open()
    own = await house(store)
    const { orders, deadlines, documents, holds, followUps } = own.context
    const named = [orders, deadlines, documents, holds, followUps].flatMap((ledger) => Object.keys(ledger))
    real = { lifecycleId: 'life-1', named: [...named, serial], told: own.told, query: { terminalId, serial } }
  })
  afterEach(() => store.close())

  /** The same questions about what never was. */
  const never = (): Ids => ({
    lifecycleId: 'life-0',
    named: real.named.map((id, index) =>
      id.includes('life-1') ? id.replace('life-1', 'life-0') : `never-${index}`,
    ),
    told: real.told.map((one, index) => ({ ...one, commandId: `never-${index}` })),
    query: { terminalId: '10000009', serial: 'never-0' },
  })

  it('every method of the runtime is asked, or is the operator’s', () => {
    expect(Object.keys(own.runtime).sort()).toEqual([...Object.keys(asks), ...operators].sort())
  })

  it.each(Object.entries(strangers))('%s learns nothing, and leaves nothing', async (_, actor) => {
    const before = await stored(store)
    for (const [method, ask] of Object.entries<Ask>(asks)) {
      const answers = await Promise.all(await ask(own.runtime, actor, real))
      expect([method, answers]).toEqual([method, await Promise.all(await ask(own.runtime, actor, never()))])
    }
    expect(await stored(store)).toEqual(before)
    for (const commandId of ['new-one', ...own.told.map(({ commandId }) => `new-${commandId}`)])
      expect(await store.answered('life-1', commandId)).toBeUndefined()
  })

  it('what a stranger hears of a command is what an unknown id hears, to the letter', async () => {
    const { runtime } = own
    const actor = strangers['another merchant'] as Actor
    const command = { commandId: 'c', actor, event: note('a') }
    const unknown = { code: 'INVALID_INPUT', issues: [{ path: '/lifecycleId', code: 'LIFECYCLE_UNKNOWN' }] }
    await expect(runtime.dispatch({ ...command, lifecycleId: 'life-1' })).rejects.toMatchObject(unknown)
    expect(await runtime.get('life-1', { actor })).toBeUndefined()
    expect(await collect(runtime.journal('life-1', { actor }))).toEqual([])
    for (const ask of ['requirements', 'availableActions', 'checkClosure'] as const)
      await expect(runtime[ask]('life-1', { actor })).rejects.toMatchObject(unknown)
  })

  it.each(Object.entries(people))('the %s loses nothing of its own', async (_, actor) => {
    const { runtime, clock } = own
    const { record } = (await store.load('life-1')) as { record: LifecycleRecord }
    const asking = { actor, at: clock.now() }
    expect(await runtime.get('life-1', { actor })).toEqual(viewRecord(record, actor.role))
    expect(await runtime.find({}, { actor })).toEqual([viewRecord(record, actor.role)])
    const seen = (await collect(store.journal('life-1'))).map(viewEntry(record, actor.role))
    const all = seen.filter((entry) => entry !== undefined)
    expect(await collect(runtime.journal('life-1', { actor }))).toMatchObject(
      all.map(({ prevHash: _, hash: __, ...entry }) => entry),
    )
    expect(all.length).toBeGreaterThan(3)
    expect(await runtime.requirements('life-1', asking)).toEqual(requirements(record, asking))
    expect(await runtime.availableActions('life-1', asking)).toEqual(availableActions(record, asking))
    expect(await runtime.checkClosure('life-1', asking)).toEqual(checkClosure(record, asking))
    expect(await runtime.procedure('life-1', { actor, process: 'closure' })).toMatchObject({
      process: 'closure',
    })
    const event = { type: 'note.recorded', kind: 'note', text: 'mine' } as const
    expect(await runtime.dispatch({ lifecycleId: 'life-1', commandId: 'mine', actor, event })).toMatchObject({
      accepted: true,
    })
  })

  it('only who sees everything gets the seals of a journal', async () => {
    for (const [actor, isSealed] of [
      [m1, false],
      [agent, false],
      [p1, true],
      [sys, true],
    ] as const)
      for (const entry of await collect(own.runtime.journal('life-1', { actor })))
        expect(['hash' in entry, 'prevHash' in entry]).toEqual([isSealed, isSealed])
  })
})

/** All that is kept of both lives. */
async function stored(store: Store) {
  const ids = await store.lifecycleIds('', 99)
  return Promise.all(
    ids.map(async (id) => ({
      stored: await store.load(id),
      entries: await collect(store.journal(id)),
      orders: await store.waiting(id),
      timers: await store.timers(id),
    })),
  )
}
