import { describe, expect, it } from 'vitest'
import type { DocumentRef } from '../../src/domain/index.ts'
import type { LifecycleRecord } from '../../src/machine/index.ts'
import { memoryPapers, type Papers } from '../../src/runtime/index.ts'
import { type Document, type LifecycleEvent, requestDigest } from '../../src/schemas/index.ts'
import { m1, p1, sys } from '../support/people.ts'
import { closureRequested, digestOf, paper, serial } from '../support/samples.ts'
import { signed } from '../support/signing.ts'
import { escalation, rig } from './rig.ts'

const lifecycleId = 'life-1'
const never = '2031-12-31T23:59:59+08:00'
const licence = paper('business_licence')
const asked = async () => signed(closureRequested())

const onFile = ({ context }: LifecycleRecord, id: string) => context.documents[id]

/** Knows one paper, and counts how often it is asked. */
const knowing = (answer: unknown): Papers & { asked: unknown[] } => {
  const asked: unknown[] = []
  return {
    asked,
    facts: async (key) => {
      asked.push(key)
      return (key.digest === licence.digest ? answer : undefined) as never
    },
  }
}

describe('what is known of papers', () => {
  it('overwrites what the sender says of them, and is checked only where it says so', async () => {
    const papers = memoryPapers()
    papers.check(licence, { validTo: '2027-01-01T00:00:00+08:00' })
    const { runtime, record } = await rig({ papers })
    await runtime.dispatch({ lifecycleId, commandId: 'c-1', actor: m1, event: await asked() })
    const now = await record()
    expect(onFile(now, 'business_licence')).toMatchObject({
      facts: { validTo: '2027-01-01T00:00:00+08:00' },
      checkedBy: 'papers',
      addedBy: 'm1',
    })
    expect(onFile(now, 'closure_request')).toMatchObject({ checkedBy: null })
    expect(await runtime.audit()).toEqual([])
  })

  it('that nobody has checked is known and stays unchecked', async () => {
    const { runtime, record } = await rig({ papers: knowing({ facts: { longTerm: true }, checked: false }) })
    await runtime.dispatch({ lifecycleId, commandId: 'c-1', actor: m1, event: await asked() })
    expect(onFile(await record(), 'business_licence')).toMatchObject({
      facts: { longTerm: true },
      checkedBy: null,
    })
  })

  it('without a port leaves every paper of a merchant unchecked', async () => {
    const { runtime, record } = await rig()
    await runtime.dispatch({ lifecycleId, commandId: 'c-1', actor: m1, event: await asked() })
    expect(onFile(await record(), 'business_licence')).toMatchObject({
      facts: licence.facts,
      checkedBy: null,
    })
  })

  it('never takes the sender’s own word for checked', async () => {
    const { runtime } = await rig({ papers: knowing({ facts: {}, checked: false }) })
    const event = {
      type: 'document.added',
      document: { ...licence, checked: true },
    } as unknown as LifecycleEvent
    await expect(runtime.dispatch({ lifecycleId, commandId: 'c-1', actor: m1, event })).rejects.toMatchObject(
      { code: 'INVALID_INPUT' },
    )
  })

  it.each<[string, LifecycleEvent, typeof m1]>([
    ['document', { type: 'document.added', document: licence }, m1],
    ['report', { type: 'device.lost', serial, kind: 'lost', report: licence }, m1],
    [
      'evidence',
      { type: 'loss.accepted', serial, evidence: [paper('loss_report'), licence] } as LifecycleEvent,
      p1,
    ],
    [
      'an act that is proposed',
      {
        type: 'act.proposed',
        act: { type: 'loss.accepted', serial, evidence: [paper('loss_report'), licence] },
      } as LifecycleEvent,
      p1,
    ],
  ])('is asked for wherever a paper stands in an event: %s', async (_, event, actor) => {
    const papers = knowing({ facts: { longTerm: true }, checked: true })
    const { runtime } = await rig({ papers })
    const answer = await runtime.dispatch({ lifecycleId, commandId: 'c-1', actor, event })
    expect(papers.asked).toContainEqual({ type: 'business_licence', digest: licence.digest })
    if (answer.accepted && answer.entry) {
      const told = JSON.stringify(answer.entry.cause)
      expect(told).toContain('{"longTerm":true},"checked":true')
      expect(told).not.toContain(never.slice(0, 4))
    }
  })

  it('answers a command again without being asked again, whatever it says by then', async () => {
    const papers = knowing({ facts: { longTerm: true }, checked: true })
    const { runtime, make } = await rig({ papers })
    const command = { lifecycleId, commandId: 'c-1', actor: m1, event: await asked() }
    const first = await runtime.dispatch(command)
    const before = papers.asked.length
    expect(await runtime.dispatch(command)).toEqual(first)
    expect(papers.asked).toHaveLength(before)
    expect(await make({ papers: knowing({ facts: {}, checked: false }) }).dispatch(command)).toEqual(first)
    expect(
      await make({ papers: { facts: () => Promise.reject(new Error('down')) } }).dispatch(command),
    ).toEqual(first)
  })

  const nonsense: readonly (readonly [string, Papers])[] = [
    ['throws', { facts: () => Promise.reject(new Error('the file of 张三')) }],
    [
      'throws at once',
      {
        facts: () => {
          throw new TypeError('x')
        },
      },
    ],
    ['answers nothing it may', knowing(null)],
    ['does not say whether it was checked', knowing({ facts: {} })],
    ['names a fact that there is not', knowing({ facts: { owner: '张三' }, checked: true })],
    ['names a fact of another kind', knowing({ facts: { validTo: 7 }, checked: true })],
  ]
  it.each(nonsense)('lets nothing in and uses no command up where the port %s', async (_, papers) => {
    const { runtime, make, store, failures } = await rig({ papers })
    const command = { lifecycleId, commandId: 'c-1', actor: m1, event: await asked() }
    const error = await runtime.dispatch(command).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'STORE_FAILED', failure: 'papers', retryable: true })
    expect(String(error)).not.toContain('张三')
    expect(await store.answered(lifecycleId, 'c-1')).toBeUndefined()
    expect((await store.load(lifecycleId))?.record.version).toBe(0)
    if (!('asked' in papers)) expect(failures[0]).toMatchObject({ lifecycleId, error: expect.any(Error) })
    expect(await make({ papers: memoryPapers() }).dispatch(command)).toMatchObject({ accepted: true })
  })

  it('is asked only where an event names papers', async () => {
    const papers: Papers = { facts: () => Promise.reject(new Error('down')) }
    const { send } = await rig({ papers })
    expect(await send({ type: 'note.recorded', kind: 'note', text: 'x' })).toMatchObject({ accepted: true })
  })

  it('does not keep the life waiting while it thinks', async () => {
    const { runtime, send } = await rig({ papers: { facts: () => new Promise(() => undefined) } })
    void runtime.dispatch({ lifecycleId, commandId: 'c-1', actor: m1, event: await asked() })
    expect(await send({ type: 'note.recorded', kind: 'note', text: 'x' }, sys)).toMatchObject({
      accepted: true,
    })
  })
})

describe('memoryPapers', () => {
  const document = {
    id: 'arrears-1',
    type: 'arrears_statement',
  } as unknown as Document

  it('reads the facts off a paper that was filled in, and does not count it as checked', async () => {
    const papers = memoryPapers()
    const reference = await papers.put(document)
    expect(await papers.facts(reference)).toEqual({ facts: {}, checked: false })
    papers.check(reference, { amount: 100, currency: 'CNY' })
    await papers.put(document)
    expect(await papers.facts(reference)).toEqual({ facts: { amount: 100, currency: 'CNY' }, checked: true })
  })

  it('knows a paper by its content and its type', async () => {
    const papers = memoryPapers()
    papers.check({ type: 'business_licence', digest: digestOf('a') }, { longTerm: true })
    expect(await papers.facts({ type: 'identity_proof', digest: digestOf('a') })).toBeUndefined()
    expect(await papers.facts({ type: 'business_licence', digest: digestOf('b') })).toBeUndefined()
  })

  it('takes no fact that the paper cannot have', () => {
    const check = () => memoryPapers().check(licence, { owner: 'x' })
    expect(check).toThrow(
      expect.objectContaining({ issues: [{ path: '/facts/owner', code: 'FACT_UNKNOWN' }] }),
    )
  })
})

describe('the digest of a request', () => {
  it('does not change with what the papers are known to say', async () => {
    const documents: DocumentRef[] = [{ ...licence, facts: { longTerm: true }, checked: true }]
    const { request } = closureRequested()
    expect(await requestDigest(request, documents)).toBe(await requestDigest(request, [licence]))
  })
})

describe('a service that reports a paper', () => {
  const report: LifecycleEvent = { type: 'document.added', document: licence }

  it('is asked about it as everybody is', async () => {
    const papers = memoryPapers()
    papers.check(licence, { longTerm: true })
    const { runtime, tell, record } = await rig({ papers, services: { openTicket: async () => [report] } })
    await tell(escalation)
    await runtime.drain()
    expect(onFile(await record(), licence.id)).toMatchObject({
      facts: { longTerm: true },
      checkedBy: 'papers',
    })
  })

  it('is heard again when the papers can be asked', async () => {
    let down = true
    const papers: Papers = { facts: async () => (down ? Promise.reject(new Error('down')) : undefined) }
    const { runtime, tell, record, environment } = await rig({
      papers,
      services: { openTicket: async () => [report] },
    })
    await tell(escalation)
    const waiting = [expect.objectContaining({ kind: 'openTicket', lastErrorCode: 'STORE_FAILED' })]
    expect((await runtime.drain()).waiting).toEqual(waiting)
    expect(onFile(await record(), licence.id)).toBeUndefined()
    down = false
    await environment.advance(20_000)
    expect((await runtime.drain()).waiting).toEqual([])
    expect(onFile(await record(), licence.id)).toMatchObject({ checkedBy: null })
  })
})
