import { acquirerServices, bearer, createAcquirerClient } from 'terminal-lifecycle'
import { sqliteDocuments } from 'terminal-lifecycle/backend/sqlite'
import { createRuntime } from 'terminal-lifecycle/runtime'
import { sqliteStore } from 'terminal-lifecycle/runtime/sqlite'
import {
  canonicalJson,
  type Document,
  documentRef,
  documentSchemas,
  policyFrom,
} from 'terminal-lifecycle/schemas'
import { createMockAcquirer } from 'terminal-lifecycle/testing'
import { houseSystem, people } from '../../examples/acquirer-backend/people.ts'
import { lives } from './lives.ts'
import { demoScans } from './scans.ts'
import { type DemoSystems, systemsOver } from './systems.ts'
import { type Act, instantAt, instantOf, type Life } from './timeline.ts'

export interface Seeded {
  readonly systems: DemoSystems
  readonly lives: readonly Life[]
}

interface Planned {
  readonly at: string
  readonly life: Life
  readonly act: Act | undefined
}

const { acquirerId } = houseSystem

/** Everything that happened, in the order in which it happened: one time for all, as in a real house. */
const plan = (now: number): readonly Planned[] =>
  lives
    .flatMap((life): readonly Planned[] => [
      { at: instantAt(now, life.openedDaysAgo, '09:00'), life, act: undefined },
      ...life.acts.map((act) => ({ at: instantAt(now, act.daysAgo, act.time), life, act })),
    ])
    .filter(({ at }) => Date.parse(at) < now)
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at))

/**
 * Forty terminals in every state, told to a back end of their own as people would have told them, against a mock of the
 * acquirer's systems that goes on where this ends.
 */
export const seed = async (folder: string, now: number): Promise<Seeded> => {
  let at: string | undefined
  // Until everything is told, it is the hour of what is told; then it is now.
  const clock = { now: () => at ?? instantOf(Date.now()) }
  const mock = createMockAcquirer({ clock })
  const store = sqliteStore(`${folder}/terminals.db`)
  const documents = sqliteDocuments(`${folder}/documents.db`)
  const systems = systemsOver(mock)
  const client = createAcquirerClient({
    baseUrl: 'https://mock.example/v1',
    auth: bearer('token'),
    fetch: (url, init) => systems.handle(new Request(url, init)),
    retry: { attempts: 1 },
  })
  const runtime = createRuntime({
    store,
    services: acquirerServices(client, { clock }),
    papers: documents,
    // As examples/acquirer-backend has it: whoever is to be closed may object.
    policy: policyFrom({ appealAllowed: true }),
    clock,
    parkAfter: 1,
    breaker: { failures: Number.POSITIVE_INFINITY },
  })

  const open = async (life: Life): Promise<void> => {
    const { lifecycleId, shop, terminalId, serial, opening, unsettled = 0 } = life
    mock.setTerminal(`${acquirerId}:${shop.merchantId}:${terminalId}`, { unsettled })
    await runtime.open({
      ...{ lifecycleId, acquirerId, terminalId },
      ...{ merchantId: shop.merchantId, merchantName: shop.name, merchantType: shop.type },
      devices: [{ serial, model: 'PAX A920', owner: 'provider', tenancy: 'sole' }],
      deposits: [
        {
          depositId: `DEP-${terminalId}`,
          kind: 'device_pledge',
          amount: { amount: 50_000, currency: 'CNY' },
          heldBy: acquirerId,
        },
      ],
      openedBy: people.chen.actor,
      ...opening,
    })
  }

  const file = (life: Life) => async (given: Document) => {
    const document = documentSchemas[given.type].parse(given) as Document
    const { id: documentId, type, files = [] } = document
    const owner = { acquirerId, role: 'merchant', organisationId: life.shop.merchantId } as const
    for (const { bytes, name, mime: mediaType } of Object.values(demoScans))
      if (files.some((file) => file.name === name))
        await documents.keep({ type, owner, mediaType, name }, bytes, clock.now())
    await documents.keep(
      { documentId, type, owner },
      new TextEncoder().encode(canonicalJson(document)),
      clock.now(),
    )
    return documentRef(document)
  }

  const perform = async (
    life: Life,
    { by, event, faults = [], neverEnds }: Act,
    place: number,
  ): Promise<void> => {
    const { lifecycleId } = life
    const record = await runtime.get(lifecycleId, { actor: houseSystem })
    if (!record) throw new Error(`${lifecycleId} was never opened.`)
    const told = await event({ life, record, at: clock.now(), file: file(life) })
    mock.faults(faults)
    const answer = await runtime.dispatch({ lifecycleId, commandId: `demo-${place}`, actor: by, event: told })
    if (answer.accepted && neverEnds) for (const { orderId } of answer.orders) systems.keepBack(orderId)
    if (answer.accepted) return
    const codes = answer.blockers.map(({ code, ref = '' }) => `${code} ${ref}`).join(', ')
    throw new Error(`${lifecycleId}: ${told.type} by ${by.personId} was refused: ${codes}`)
  }

  try {
    for (const [place, { at: turn, life, act }] of plan(now).entries()) {
      // Clocks that ran out overnight are told in the morning.
      const isAnotherDay = at?.slice(0, 10) !== turn.slice(0, 10)
      at = turn
      if (isAnotherDay) await runtime.drain()
      await (act ? perform(life, act, place) : open(life))
      await runtime.drain()
    }
    at = instantOf(now)
    await runtime.drain()
  } finally {
    at = undefined
    await store.close()
    await documents.close()
  }
  return { systems, lives }
}
