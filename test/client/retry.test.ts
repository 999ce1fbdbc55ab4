import { describe, expect, it } from 'vitest'
import { caught, json, problem, revokeKeys, scripted, status, terminalRef } from './kit.ts'

const done = { status: 'done', reference: 'r-1' }

describe('a write', () => {
  it('whose answer was lost is sent again with the same key, and then done', async () => {
    const { client, sent } = scripted(['drop', 'drop', json(done, 202)])
    expect(await client.revokeKeys(revokeKeys)).toEqual(done)
    const keys = sent.map(({ headers }) => headers.get('idempotency-key'))
    expect(keys).toHaveLength(3)
    expect(new Set(keys).size).toBe(1)
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/)
  })

  it('carries the key that the caller gives, and exactly the same bytes each time', async () => {
    const { client, sent } = scripted(['drop', json(done)])
    await client.revokeKeys(revokeKeys, { idempotencyKey: 'lc-1/4/0' })
    expect(sent.map(({ headers }) => headers.get('idempotency-key'))).toEqual(['lc-1/4/0', 'lc-1/4/0'])
    expect(sent[0]?.body).toEqual(sent[1]?.body)
  })

  it('without any answer has an unknown outcome, with the key to find out', async () => {
    const { client, sent } = scripted(['drop'])
    const error = await caught(client.revokeKeys(revokeKeys, { idempotencyKey: 'k-1' }))
    expect(error).toMatchObject({ code: 'OUTCOME_UNKNOWN', idempotencyKey: 'k-1' })
    expect(sent).toHaveLength(3)
  })

  it('has an unknown outcome too when one answer was lost and the rest was too busy', async () => {
    const { client } = scripted(['drop', problem('BUSY', 503)])
    expect(await caught(client.revokeKeys(revokeKeys))).toMatchObject({ code: 'OUTCOME_UNKNOWN' })
  })

  it('has an unknown outcome when a gateway lost the answer', async () => {
    const { client } = scripted([json('bad gateway', 502)])
    expect(await caught(client.revokeKeys(revokeKeys))).toMatchObject({ code: 'OUTCOME_UNKNOWN' })
  })

  it('has an unknown outcome when a refusal follows a lost answer: that may be why it was refused', async () => {
    const { client } = scripted(['drop', problem('NOT_ALLOWED_IN_STATE', 409)])
    expect(await caught(client.revokeKeys(revokeKeys))).toMatchObject({
      code: 'OUTCOME_UNKNOWN',
      cause: { code: 'REFUSED', refusal: 'NOT_ALLOWED_IN_STATE' },
    })
  })

  it('is refused when the refusal after a lost answer is about the key itself', async () => {
    const { client } = scripted(['drop', problem('IDEMPOTENCY_KEY_REUSED', 422)])
    expect(await caught(client.revokeKeys(revokeKeys))).toMatchObject({
      code: 'REFUSED',
      refusal: 'IDEMPOTENCY_KEY_REUSED',
    })
  })

  it.each([200, 500, 503])('is not, when what speaks of the key came with a %i', async (code) => {
    const { client } = scripted(['drop', problem('IDEMPOTENCY_KEY_REUSED', code)])
    expect(await caught(client.revokeKeys(revokeKeys))).toMatchObject({ code: 'OUTCOME_UNKNOWN' })
  })

  it.each([429, 425])('is refused when a refusal follows a %i: that one changed nothing', async (busy) => {
    const { client } = scripted([json({}, busy), problem('BLOCKED', 409)])
    expect(await caught(client.revokeKeys(revokeKeys))).toMatchObject({ code: 'REFUSED', refusal: 'BLOCKED' })
  })

  it.each([400, 401, 403, 404, 405, 409, 410, 412, 413, 415, 422])(
    'answered %i at once is refused for certain',
    async (code) => {
      const { client } = scripted([json({}, code)])
      expect(await caught(client.revokeKeys(revokeKeys))).toMatchObject({ code: 'HTTP_ERROR', status: code })
    },
  )

  it('aborted by its caller after it left has an unknown outcome', async () => {
    const { client, sent } = scripted(['hang'])
    const abort = new AbortController()
    const work = caught(client.revokeKeys(revokeKeys, { signal: abort.signal }))
    await expect.poll(() => sent.length).toBe(1)
    abort.abort()
    expect(await work).toMatchObject({ code: 'OUTCOME_UNKNOWN' })
  })

  it('aborted before it left is not sent', async () => {
    const { client, sent } = scripted([json(done)])
    const error = await caught(client.revokeKeys(revokeKeys, { signal: AbortSignal.abort() }))
    expect(error).toMatchObject({ name: 'AbortError' })
    expect(sent).toHaveLength(0)
  })
})

describe('a read', () => {
  it('without any answer is a lost connection', async () => {
    const { client, sent } = scripted(['drop'])
    expect(await caught(client.readStatus({ terminalRef }))).toMatchObject({
      code: 'CONNECTION_FAILED',
    })
    expect(sent).toHaveLength(3)
  })

  it.each([408, 425, 429, 500, 502, 503, 504, 529])('answered %i is asked again', async (code) => {
    const { client, sent } = scripted([json({}, code), json(status)])
    expect(await client.readStatus({ terminalRef })).toEqual(status)
    expect(sent).toHaveLength(2)
  })

  it.each([400, 401, 403, 404, 409, 410, 412, 422])('answered %i is not asked again', async (code) => {
    const { client, sent } = scripted([json({}, code), json(status)])
    await caught(client.readStatus({ terminalRef }))
    expect(sent).toHaveLength(1)
  })
})
