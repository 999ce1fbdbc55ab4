import { describe, expect, it } from 'vitest'
import {
  ClosureRequest,
  canonicalJson,
  closureEvent,
  digestOf,
  filedRequest,
  LifecycleEvent,
  ReinstatementRequest,
  reinstatementEvent,
  requestDigest,
  requestDocument,
  SuspensionRequest,
  suspensionEvent,
} from '../../src/schemas/index.ts'
import { digest } from './examples/papers.ts'
import { closure, reinstatement, suspension } from './examples/requests.ts'

const filing = { digest, documents: ClosureRequest.parse(closure()).documents, compared: 'matches' } as const

describe('the event of a request', () => {
  it.each([
    ['closure', closureEvent(ClosureRequest.parse(closure()), filing)],
    ['suspension', suspensionEvent(SuspensionRequest.parse(suspension()), filing)],
    ['reinstatement', reinstatementEvent(ReinstatementRequest.parse(reinstatement()), filing)],
  ])('for %s is one that the machine knows, and carries no personal data', (_, event) => {
    expect(LifecycleEvent.parse(event)).toEqual(event)
    expect(JSON.stringify(event)).not.toMatch(/13800138000|王小明|\*1234|账号/)
  })

  it('is the form without what is personal, and without the list of its papers', () => {
    const form = { ...closure(), disposition: 'collection', collectionAddress: '和平路 3 号' } as const
    const request = ClosureRequest.parse(form)
    const {
      contact: _contact,
      registeredMobile: _mobile,
      collectionAddress: _address,
      documents,
      ...kept
    } = request
    expect(closureEvent(request, filing)).toEqual({
      type: 'closure.requested',
      request: kept,
      documents,
      digest,
      mobile: 'matches',
    })
  })

  it('says of mobile number and account that nothing is on record, where nobody compared', () => {
    const { compared: _compared, ...uncompared } = filing
    expect(closureEvent(ClosureRequest.parse(closure()), uncompared).mobile).toBe('notOnRecord')
    const request = ReinstatementRequest.parse(reinstatement())
    expect(reinstatementEvent(request, uncompared).account).toBe('notOnRecord')
    expect(reinstatementEvent(request, filing).account).toBe('matches')
  })

  it('is the same for each terminal that a paper names [R-281]', () => {
    const request = SuspensionRequest.parse({ ...suspension(), terminalIds: ['1', '2'] })
    expect(suspensionEvent(request, filing).request.terminalIds).toEqual(['1', '2'])
  })
})

describe('the digest of a request', () => {
  const request = ClosureRequest.parse(closure())
  const others = [
    { id: 'B', type: 'daily_report', digest },
    { id: 'A', type: 'fee_statement', digest },
  ] as const

  it('is 64 hexadecimal digits and the same for the same content in any order', async () => {
    const one = await requestDigest(request, others)
    expect(one).toMatch(/^[0-9a-f]{64}$/)
    const reversed = Object.fromEntries(Object.entries(request).reverse()) as unknown as ClosureRequest
    expect(await requestDigest(reversed, others.toReversed())).toBe(one)
  })

  it('is the same for the form and for what the record keeps of it, whatever was read off a paper', async () => {
    const made = await requestDigest(request, others)
    expect(await requestDigest(filedRequest(request), others)).toBe(made)
    expect(await requestDigest({ ...request, contact: { mobile: '13900139000' } }, others)).toBe(made)
    const read = others.map((paper) => ({ ...paper, facts: { longTerm: true } }))
    expect(await requestDigest(request, read)).toBe(made)
  })

  it('changes with the request and with any document', async () => {
    const made = await Promise.all([
      requestDigest(request, others),
      requestDigest({ ...request, reason: 'DORMANT' }, others),
      requestDigest(request, others.slice(1)),
      requestDigest(request, [{ ...others[0], digest: 'cd'.repeat(32) }, others[1]]),
    ])
    expect(new Set(made).size).toBe(4)
  })

  it('is made over exactly this text', async () => {
    // sha256sum of the canonical JSON, worked out apart
    expect(await digestOf({ b: [1, 'ü'], a: null })).toBe(await sha256('{"a":null,"b":[1,"ü"]}'))
    expect(canonicalJson({ z: undefined, b: { d: 1, c: [undefined, true] }, a: 'é"' })).toBe(
      '{"a":"é\\"","b":{"c":[null,true],"d":1}}',
    )
  })

  it('makes the request a document of its own', async () => {
    expect(await requestDocument(request)).toEqual({
      id: 'APP-1',
      type: 'closure_request',
      digest: await sha256(canonicalJson(request)),
    })
  })
})

const sha256 = async (text: string): Promise<string> => {
  const { createHash } = await import('node:crypto')
  return createHash('sha256').update(text).digest('hex')
}
