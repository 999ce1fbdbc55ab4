import { describe, expect, it } from 'vitest'
import { memoryDocuments } from '../../src/backend/index.ts'
import { memoryStore } from '../../src/runtime/index.ts'
import { documentLimits } from '../../src/schemas/index.ts'
import { caught } from '../client/kit.ts'
import { p2 } from '../support/people.ts'
import { paper } from '../support/samples.ts'
import { png } from './files/png.ts'
import { closure, house, lifecycleId, type Person } from './house.ts'
import { sha256 } from './papers.ts'

const content = png()
const { applicationId } = closure
type Found = 'clean' | 'infected' | 'later'

const office = async () => {
  let found: Found = 'clean'
  const documents = memoryDocuments({ scan: async () => found })
  const here = await house({ store: memoryStore(), documents })
  const send = async (person: Person, finding: Found = 'clean') => {
    found = finding
    const about = { type: 'business_licence', digest: sha256(content), size: content.length } as const
    const { documentId } = await here.as(person).createDocument({ ...about, mediaType: 'image/png' })
    // what is found is seen where it is filed
    await here
      .as(person)
      .putDocumentContent({ documentId, content })
      .catch(() => undefined)
    return {
      id: documentId,
      type: about.type,
      digest: about.digest,
      facts: { validTo: '2031-12-31T23:59:59+08:00' },
    }
  }
  const judge = async (finding: Found) => {
    found = finding
    await documents.scanAgain(here.clock.now())
  }
  const file = (named: Awaited<ReturnType<typeof send>>, idempotencyKey = 'filing-1') =>
    here
      .as('m1')
      .submitClosure(
        { lifecycleId, ...closure, documents: [paper('identity_proof'), named] },
        { idempotencyKey },
      )
  return { ...here, documents, send, judge, file }
}
const refusal = (code: string, place: number) => ({
  ...{ refusal: 'VALIDATION_FAILED', reason: `/documents/${place} ${code}` },
})

describe('a document that is of no use is not filed', () => {
  it('when it was refused', async () => {
    const { send, file } = await office()
    expect(await caught(file(await send('m1', 'infected')))).toMatchObject(refusal('INFECTED', 1))
  })

  it('when it was never finished', async () => {
    const { as, file, clock } = await office()
    const about = { type: 'business_licence', digest: sha256(content), size: content.length } as const
    const { documentId: id } = await as('m1').createDocument({ ...about, mediaType: 'image/png' })
    clock.tick((documentLimits.hoursToFinish + 1) * 3_600_000)
    const named = {
      id,
      type: about.type,
      digest: about.digest,
      facts: { validTo: '2031-12-31T23:59:59+08:00' },
    }
    expect(await caught(file(named))).toMatchObject(refusal('DOCUMENT_EXPIRED', 1))
  })

  it('when somebody else sent it', async () => {
    const { send, file } = await office()
    expect(await caught(file(await send('stranger')))).toMatchObject(refusal('NOT_FOUND', 1))
    await file(await send('colleague'))
  })

  it('when its bytes have not come, or have gone', async () => {
    const { as, file, send, documents } = await office()
    const about = { type: 'business_licence', digest: sha256(content), size: content.length } as const
    const { documentId: id } = await as('m1').createDocument({ ...about, mediaType: 'image/png' })
    const facts = { validTo: '2031-12-31T23:59:59+08:00' }
    const announced = { id, type: about.type, digest: about.digest, facts }
    expect(await caught(file(announced))).toMatchObject(refusal('DOCUMENT_NOT_READY', 1))
    const named = await send('m1')
    await documents.forget(named.id, '2026-03-02T01:00:00.000Z')
    expect(await caught(file(named))).toMatchObject(refusal('DOCUMENT_PURGED', 1))
  })

  it('when it is named with another digest than its own', async () => {
    const { send, file } = await office()
    const named = { ...(await send('m1')), digest: sha256(new Uint8Array([1])) }
    expect(await caught(file(named))).toMatchObject(refusal('DIGEST_MISMATCH', 1))
  })

  it('nor told as a fact, wherever an event names it', async () => {
    const { as, send } = await office()
    const document = await send('m1', 'infected')
    const told = as('m1').recordEvent({ lifecycleId, event: { type: 'document.added', document } })
    expect(await caught(told)).toMatchObject({
      ...{ refusal: 'VALIDATION_FAILED', reason: '/event/document INFECTED' },
    })
    const evidence = [await send('stranger')]
    const claimed = as('m1').recordEvent({
      lifecycleId,
      event: { type: 'hold.remedyClaimed', holdId: 'h', evidence },
    })
    expect(await caught(claimed)).toMatchObject({ reason: '/event/evidence/0 NOT_FOUND' })
  })

  it('but the acquirer names whatever was sent to it, and what is on file may be named again', async () => {
    const { as, send, documents } = await office()
    const document = await send('m1')
    const add = (person: Person) =>
      as(person).recordEvent({ lifecycleId, event: { type: 'document.added', document } })
    await add('p2')
    await documents.forget(document.id, '2026-03-02T01:00:00.000Z')
    await as('m1').getTerminal({ lifecycleId })
    expect(await add('m1')).toMatchObject({ lifecycleId })
    const brought = await send('p2')
    const tell = (person: Person) =>
      as(person).recordEvent({ lifecycleId, event: { type: 'document.added', document: brought } })
    expect(await caught(tell('m1'))).toMatchObject({ reason: '/event/document NOT_FOUND' })
    await tell('p2')
    expect(await tell('m1')).toMatchObject({ lifecycleId })
  })

  it('nor another acquirer’s, for nobody: not even where it is on file here', async () => {
    const { as, send, runtime, clock } = await office()
    const document = await send('elsewhere')
    const event = { type: 'document.added', document } as const
    clock.tick(1_000)
    await runtime.dispatch({ lifecycleId, commandId: 'brought', actor: p2, event })
    const onFile = await as('m1').getDocuments({ lifecycleId })
    expect(onFile.items.map(({ id }) => id)).toContain(document.id)
    for (const person of ['m1', 'p1', 'p2'] as const) {
      const told = as(person).recordEvent({ lifecycleId, event })
      expect(await caught(told)).toMatchObject({ reason: '/event/document NOT_FOUND' })
      const asked = { documentId: document.id }
      expect(await caught(as(person).getDocument(asked))).toMatchObject({ refusal: 'NOT_FOUND' })
      expect(await caught(as(person).getDocumentContent(asked))).toMatchObject({ refusal: 'NOT_FOUND' })
    }
    expect(await as('elsewhere').getDocument({ documentId: document.id })).toMatchObject({ status: 'usable' })
  })

  it('nor named with other bytes than those on file, by its owner or by whoever reads it there', async () => {
    const { as, send, documents } = await office()
    const [own, brought] = [await send('m1'), await send('p2')]
    const add = (person: Person, document: typeof own) =>
      as(person).recordEvent({ lifecycleId, event: { type: 'document.added', document } })
    for (const document of [own, brought]) await add('p2', document)
    const other = (document: typeof own) => ({ ...document, digest: sha256(new Uint8Array([1])) })
    for (const purged of [false, true]) {
      if (purged) for (const { id } of [own, brought]) await documents.forget(id, '2026-03-02T01:00:00.000Z')
      expect(await caught(add('m1', other(own)))).toMatchObject({ reason: '/event/document DIGEST_MISMATCH' })
      expect(await caught(add('m1', other(brought)))).toMatchObject({ reason: '/event/document NOT_FOUND' })
    }
  })

  it('nor handed in afterwards', async () => {
    const { as, send, file } = await office()
    await file(await send('m1'))
    await as('p2').decideApplication({ applicationId, decision: 'askInformation', items: ['Which licence?'] })
    const supply = (named: Awaited<ReturnType<typeof send>>) =>
      as('m1').supplyInformation({ applicationId, documents: [named] })
    expect(await caught(supply(await send('stranger')))).toMatchObject(refusal('NOT_FOUND', 0))
    expect(await caught(supply(await send('m1', 'infected')))).toMatchObject(refusal('INFECTED', 0))
    await supply(await send('m1', 'later'))
  })
})

it('A document that is still scanned is taken; what is found later changes no answer that was given', async () => {
  const { send, judge, file } = await office()
  const named = await send('m1', 'later')
  const first = await file(named)
  await judge('infected')
  expect(await file(named)).toEqual(first)
  expect(await caught(file(named, 'filing-2'))).toMatchObject(refusal('INFECTED', 1))
})
