import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '../../src/errors/index.ts'
import {
  ClosureRequest,
  canonicalJson,
  closureEvent,
  digestOf,
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

const filing = { digest, documents: ClosureRequest.parse(closure()).documents }
const issuesOf = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    return error instanceof InvalidInputError ? error.issues : error
  }
  return 'nothing was thrown'
}

describe('the event of a request', () => {
  it.each([
    ['closure', closureEvent(ClosureRequest.parse(closure()), filing)],
    ['suspension', suspensionEvent(SuspensionRequest.parse(suspension()), filing)],
    ['reinstatement', reinstatementEvent(ReinstatementRequest.parse(reinstatement()), filing)],
  ])('for %s is one that the machine knows, and carries no personal data', (_, event) => {
    expect(LifecycleEvent.parse(event)).toEqual(event)
    expect(JSON.stringify(event)).not.toMatch(/13800138000|王小明|晨光|\*1234/)
  })

  it('carries reason, comment, disposition and effective date of a closure', () => {
    const request = ClosureRequest.parse({ ...closure(), reason: 'OTHER', comment: '搬迁' })
    expect(closureEvent(request, filing)).toMatchObject({
      type: 'closure.requested',
      reason: 'OTHER',
      comment: '搬迁',
      disposition: 'return',
      effectiveDate: request.effectiveDate,
    })
  })

  it('takes the terminal from the filing when the form names only the device [R-146]', () => {
    const { terminalId: _terminalId, ...form } = closure()
    const request = ClosureRequest.parse(form)
    expect(closureEvent(request, { ...filing, terminalId: '10000009' }).terminalId).toBe('10000009')
    expect(issuesOf(() => closureEvent(request, filing))).toEqual([{ path: '/terminalId', code: 'REQUIRED' }])
  })

  it('is made per terminal when a paper names several [R-281]', () => {
    const request = SuspensionRequest.parse({ ...suspension(), terminalIds: ['1', '2'] })
    expect(suspensionEvent(request, { ...filing, terminalId: '2' }).terminalId).toBe('2')
    expect(issuesOf(() => suspensionEvent(request, filing))).toEqual([
      { path: '/terminalId', code: 'REQUIRED' },
    ])
    expect(issuesOf(() => suspensionEvent(request, { ...filing, terminalId: '3' }))).toEqual([
      { path: '/terminalId', code: 'NOT_ALLOWED_VALUE' },
    ])
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
