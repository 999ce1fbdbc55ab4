import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createBackend, memoryDocuments } from '../../src/backend/index.ts'
import { acquirerServices, bearer, createAcquirerClient } from '../../src/client/index.ts'
import type { Contract, InputOf } from '../../src/contract/index.ts'
import type { Actor, Catalogues } from '../../src/domain/index.ts'
import { createRuntime, memoryStore } from '../../src/runtime/index.ts'
import { createAcquirerHandler } from '../../src/server/index.ts'
import { caught } from '../client/kit.ts'
import { p1, p2 } from '../support/people.ts'
import { paper, serial, terminal, seen as vouchedFor } from '../support/samples.ts'
import { played } from '../testing/kit.ts'
import { filed as closure } from './filed.ts'
import { png } from './files/png.ts'

const { acquirerId, merchantId } = terminal()
const merchant: Actor = {
  role: 'merchant',
  personId: 'm1',
  organisationId: merchantId,
  acquirerId,
  duties: [],
}
const stranger: Actor = { ...merchant, personId: 'm9', organisationId: '898440354119999' }
const people: Record<string, Actor> = { merchant, stranger, p1, p2 }
const lifecycleId = 'life-1'

/** A runtime over the mock's systems, its application side served, and a client for each person. */
const office = async (catalogues?: Catalogues) => {
  let now = Date.parse('2026-03-02T01:00:00Z')
  // A second for each question: whatever is done counts later than what was done before.
  const clock = {
    now: () => {
      now += 1000
      return new Date(now).toISOString()
    },
  }
  const { client, mock } = played({ clock })
  const runtime = createRuntime({
    store: memoryStore(),
    services: acquirerServices(client),
    clock,
    catalogues,
  })
  await runtime.open(terminal())
  const handler = createAcquirerHandler(createBackend(runtime, { clock, documents: memoryDocuments() }), {
    side: 'portal',
    authenticate: (request) => people[request.headers.get('authorization')?.slice('Bearer '.length) ?? ''],
  })
  const as = (person: string) =>
    createAcquirerClient({
      baseUrl: 'https://office.example/v1',
      auth: bearer(person),
      fetch: (url, init) => handler(new Request(url, init)),
      retry: { delay: 1 },
    })
  return { as, mock, runtime }
}

describe('the portal side over a runtime', () => {
  it('takes a closure from its request to the host that stopped selling [R-051 R-134 R-165]', async () => {
    const { as, mock, runtime } = await office()
    const seen = await as('merchant').getTerminal({ lifecycleId })
    expect(seen).toMatchObject({ version: 0, applicationId: null })
    const check = await as('merchant').checkClosure({ lifecycleId })
    expect(check.balances.deposits).toEqual({ amount: 200_000, currency: 'CNY' })
    expect(check.later.map(({ code }) => code)).toContain('DEPOSIT_NOT_REFUNDED')

    const submitted = await as('merchant').submitClosure({ lifecycleId, ...closure }, { expectedVersion: 0 })
    expect(submitted).toMatchObject({ version: 1, applicationId: 'application-1' })
    const application = await as('p2').getApplication({ applicationId: 'application-1' })
    expect(application).toMatchObject({ kind: 'closure', status: 'underReview', attempt: 1 })

    const { digest } = application
    const decided = await as('p2').decideApplication({
      applicationId: 'application-1',
      decision: 'approve',
      digest,
      checked: vouchedFor('business_licence'),
    })
    expect(JSON.stringify(decided.state)).toContain('clearing')
    expect((await as('merchant').getApplication({ applicationId: 'application-1' })).status).toBe('approved')

    await runtime.drain()
    expect(mock.effects().map(({ operation }) => operation)).toContain('disableAcceptance')
    expect((await as('p1').getTerminal({ lifecycleId })).capabilities.observed.sale).toBe(false)
  })

  it('tells how something is done before it is asked for, and nobody else’s terminal [R-163 R-283 R-284]', async () => {
    const steps = [{ 'zh-CN': '登录后提交申请' }]
    const published: Catalogues = {
      procedures: [
        { version: 'pause-1', process: 'suspension', channels: ['app'], steps, from: '2026-01-01' },
      ],
      feeTables: [
        {
          version: 't1',
          from: '2026-01-01',
          prices: [{ kind: 'deactivation', amount: { amount: 3_000, currency: 'CNY' } }],
        },
      ],
    }
    const { as } = await office(published)
    const answer = await as('merchant').getProcedure({ lifecycleId, process: 'suspension' })
    expect(answer).toMatchObject({ version: 'pause-1', channels: ['app'], steps, feeTableVersion: 't1' })
    expect(answer.papers.map(({ type }) => type)).toEqual(['suspension_request'])
    expect(answer.fees).toEqual(published.feeTables?.[0]?.prices)
    expect(await as('merchant').getProcedure({ lifecycleId, process: 'replacement' })).toMatchObject({
      version: null,
    })
    const elsewhere = as('stranger').getProcedure({ lifecycleId, process: 'suspension' })
    expect(await caught(elsewhere)).toMatchObject({ code: 'REFUSED' })
  })

  it('gives a repeat with the same key the same answer, once', async () => {
    const { as } = await office()
    const key = { idempotencyKey: 'k-1' }
    const first = await as('merchant').submitClosure({ lifecycleId, ...closure }, key)
    const again = await as('merchant').submitClosure({ lifecycleId, ...closure }, key)
    expect(again.version).toBe(first.version)
    const other = as('merchant').submitClosure({ lifecycleId, ...closure, reason: 'DEVICE_OBSOLETE' }, key)
    expect(await caught(other)).toMatchObject({ code: 'REFUSED' })
  })

  it('refuses with the blockers of the record, each with its owner and what clears it', async () => {
    const { as } = await office()
    const error = await caught(as('merchant').withdrawApplication({ applicationId: 'application-1' }))
    expect(error).toMatchObject({ code: 'REFUSED', refusal: 'NOT_FOUND' })
    await as('merchant').submitClosure({ lifecycleId, ...closure })
    const twice = as('merchant').submitClosure({ lifecycleId, ...closure, applicationId: 'application-2' })
    expect(await caught(twice)).toMatchObject({
      refusal: 'BLOCKED',
      blockers: expect.arrayContaining([
        expect.objectContaining({
          code: 'APPLICATION_OPEN',
          owner: 'merchant',
          clearedBy: expect.any(Array),
        }),
      ]),
    })
  })

  it('refuses a decision on a version that is no longer there', async () => {
    const { as } = await office()
    await as('merchant').submitClosure({ lifecycleId, ...closure })
    const late = as('p1').recordEvent(
      { lifecycleId, event: { type: 'note.recorded', kind: 'note', text: 'seen' } },
      { expectedVersion: 0 },
    )
    expect(await caught(late)).toMatchObject({ code: 'VERSION_CONFLICT', expected: 0 })
  })

  it('lets a merchant decide nothing, and says that it is the role', async () => {
    const { as } = await office()
    await as('merchant').submitClosure({ lifecycleId, ...closure })
    const { digest } = await as('merchant').getApplication({ applicationId: 'application-1' })
    const decision = as('merchant').decideApplication({
      applicationId: 'application-1',
      decision: 'approve',
      digest,
    })
    expect(await caught(decision)).toMatchObject({ code: 'REFUSED', refusal: 'ROLE_NOT_ALLOWED' })
  })

  it('does not let a merchant see what belongs to another one, nor that it exists', async () => {
    const { as } = await office()
    await as('merchant').submitClosure({ lifecycleId, ...closure })
    const other = as('stranger')
    const asked = [
      other.getTerminal({ lifecycleId }),
      other.getRequirements({ lifecycleId }),
      other.getApplication({ applicationId: 'application-1' }),
      other.withdrawApplication({ applicationId: 'application-1' }),
      other.recordEvent({ lifecycleId, event: { type: 'device.lost', serial, kind: 'lost' } }),
      other.submitClosure({ lifecycleId, ...closure }),
    ]
    for (const error of await Promise.all(asked.map(caught)))
      expect(error).toMatchObject({ refusal: 'NOT_FOUND' })
    expect((await other.findTerminals({})).items).toEqual([])
    expect((await as('merchant').findTerminals({ serial })).items).toHaveLength(1)
  })

  it('finds terminals by their number, state, application, paper and by what is due, page by page', async () => {
    const { as } = await office()
    await as('merchant').submitClosure({ lifecycleId, ...closure })
    const found = async (query: InputOf<Contract['findTerminals']>) =>
      (await as('merchant').findTerminals(query)).items.length
    expect(await found({ state: ['suspended'] })).toBe(0)
    expect(await found({ state: ['inService', 'suspended'], limit: 1 })).toBe(1)
    expect(await found({ applicationId: 'application-1' })).toBe(1)
    expect(await found({ applicationId: 'application-2' })).toBe(0)
    expect(await found({ documentId: String(closure.documents[0]?.id) })).toBe(1)
    expect(await found({ documentId: 'document-9' })).toBe(0)
    expect(await found({ orderId: `${lifecycleId}/9/1` })).toBe(0)
    expect(await found({ dueBefore: '2026-03-01T00:00:00Z' })).toBe(0)
    expect(await found({ dueBefore: '2099-01-01T00:00:00Z' })).toBe(1)
    expect(await found({ serial, at: '2020-01-01T00:00:00Z' })).toBe(1)
    expect(await caught(as('merchant').findTerminals({ limit: 0 }))).toMatchObject({ code: 'INVALID_INPUT' })
  })

  it('mends a rejected application with new papers and a new digest, looked up as it goes', async () => {
    const { as } = await office()
    await as('merchant').submitClosure({ lifecycleId, ...closure })
    const about = { applicationId: 'application-1' }
    const before = await as('merchant').getApplication(about)
    const rejection = {
      code: 'documents_incomplete',
      reason: 'A page is missing.',
      resubmittable: true,
    } as const
    await as('p2').decideApplication({ ...about, decision: 'reject', ...rejection })
    expect(await as('merchant').getApplication(about)).toMatchObject({ status: 'rejected', rejection })
    await as('merchant').supplyInformation({ ...about, documents: [paper('identity_proof')] })
    const after = await as('merchant').getApplication(about)
    expect(after).toMatchObject({ status: 'underReview', attempt: 2, rejection: null })
    expect(after.digest).not.toBe(before.digest)
    expect(after.documents.map(({ type }) => type)).toContain('identity_proof')
    const checked = vouchedFor('business_licence')
    const stale = as('p2').decideApplication({
      ...about,
      decision: 'approve',
      digest: before.digest,
      checked,
    })
    expect(await caught(stale)).toMatchObject({ blockers: [expect.objectContaining({ code: 'SUPERSEDED' })] })
    await as('p2').decideApplication({ ...about, decision: 'approve', digest: after.digest, checked })
  })

  it('shows each side the notes that are for it, and takes one from either [R-093]', async () => {
    const { as } = await office()
    const note = (text: string, visibility?: 'merchant') =>
      ({ type: 'note.recorded', kind: 'note', text, ...(visibility && { visibility }) }) as const
    await as('p1').recordEvent({ lifecycleId, event: note('ours') })
    await as('p1').recordEvent({ lifecycleId, event: note('we come on Monday', 'merchant') })
    await as('merchant').recordEvent({ lifecycleId, event: note('Tuesday is better') })
    const readBy = async (person: string) =>
      (await as(person).getTerminal({ lifecycleId })).notes?.map(({ text, role }) => `${role}: ${text}`)
    const both = ['provider: we come on Monday', 'merchant: Tuesday is better']
    expect(await readBy('merchant')).toEqual(both)
    expect(await readBy('p2')).toEqual(['provider: ours', ...both])
  })

  it('takes a document only with the bytes that were announced [R-166]', async () => {
    const { as } = await office()
    const content = png()
    const digest = createHash('sha256').update(content).digest('hex')
    const size = content.length
    const announced = { type: 'business_licence', digest, size, mediaType: 'image/png' } as const
    const { documentId } = await as('merchant').createDocument(announced)
    const wrong = as('merchant').putDocumentContent({ documentId, content: content.slice().fill(1) })
    expect(await caught(wrong)).toMatchObject({ refusal: 'DIGEST_MISMATCH' })
    expect(await as('merchant').putDocumentContent({ documentId, content })).toMatchObject({
      reference: { id: documentId, type: 'business_licence', digest },
      status: 'usable',
    })
  })

  it('keeps what the sender says that a document says, in the words of its type', async () => {
    const { as } = await office()
    const content = png()
    const digest = createHash('sha256').update(content).digest('hex')
    const size = content.length
    const facts = { validTo: '2031-12-31T23:59:59+08:00' }
    const announced = { type: 'business_licence', digest, size, mediaType: 'image/png', facts } as const
    const { documentId } = await as('merchant').createDocument(announced)
    expect(await as('merchant').putDocumentContent({ documentId, content })).toMatchObject({
      reference: { facts },
    })
    for (const misfit of [{ holder: 'Lin' }, { validTo: 'soon' }]) {
      const wrong = as('merchant').createDocument({ ...announced, facts: misfit })
      expect(await caught(wrong)).toMatchObject({ issues: [{ path: '/facts', code: 'FACT_UNKNOWN' }] })
    }
  })
})
