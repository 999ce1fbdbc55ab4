import { beforeAll, describe, expect, it } from 'vitest'
import { contract } from '../../src/contract/index.ts'
import { paper, terminal } from '../support/samples.ts'
import { filed } from './filed.ts'
import { lifecycleId, officeRuntime, type Person, people, portalOver } from './portal.ts'
import { isAboutOne, pathsOf, type ReadName, readNames } from './questions.ts'

const strangers = ['otherMerchant', 'otherAgent', 'otherProvider', 'otherSystem'] as const satisfies Person[]
/** Where it is not the whole house: what became of a write is for its sender, and its systems are the acquirer's. */
const readersOf: Partial<Record<ReadName, readonly Person[]>> = {
  getOutcome: ['m1'],
  getOrders: ['p1', 'sys', 'auditor'],
}

const house = async () => {
  const runtime = officeRuntime()
  await runtime.open(terminal({ agent: { agentId: 'agent-1', tasks: ['devices'] } }))
  const portal = portalOver(runtime)
  await portal.as('m1').submitClosure({ lifecycleId, ...filed }, { idempotencyKey: 'filing-1' })
  const event = { type: 'document.added', document: paper('business_licence', 'doc-9') } as const
  await portal.as('p1').recordEvent({ lifecycleId, event })
  const released = { type: 'agent.released', agentId: 'agent-1' } as const
  await portal.as('p1').recordEvent({ lifecycleId, event: released })
  return portal
}
const own = { lifecycleId, applicationId: filed.applicationId, documentId: '' }
const unknown = { lifecycleId: 'nobody-s', applicationId: 'nobody-s', documentId: 'nobody-s' }

let portal: Awaited<ReturnType<typeof house>>
beforeAll(async () => {
  portal = await house()
  // the form that was filed is a document too
  const { items } = await portal.as('m1').getDocuments({ lifecycleId })
  own.documentId = items.find(({ type }) => type === 'closure_request')?.id ?? ''
})

it('The table of questions has every row of the contract that a portal reads', () => {
  const rows = Object.values(contract).filter(({ side, method }) => side === 'portal' && method === 'GET')
  expect(rows.map(({ name }) => name).sort()).toEqual([...readNames].sort())
})

describe.each(readNames)('%s', (name) => {
  it('answers its own house', async () => {
    for (const person of readersOf[name] ?? (['m1', 'p1', 'sys', 'auditor'] as const)) {
      const [path = ''] = pathsOf(name, own)
      expect(await portal.raw(person, path), person).toMatchObject({ status: 200 })
    }
  })

  it('answers a stranger as if there were nothing, to the byte', async () => {
    const asked = pathsOf(name, own)
    const never = pathsOf(name, unknown)
    for (const person of [...strangers, 'agent'] as const)
      for (const [index, path] of asked.entries()) {
        const answer = await portal.raw(person, path)
        expect(answer, `${person} ${path}`).toEqual(await portal.raw(person, never[index] ?? ''))
        if (isAboutOne(name)) expect(answer.status).toBe(404)
        else expect(JSON.parse(answer.text)).toMatchObject({ items: [] })
        expect(answer.text).not.toContain(lifecycleId)
      }
  })
})

it('Nobody stands in two houses', () => {
  expect(new Set(strangers.map((name) => people[name].acquirerId)).size).toBe(2)
})
