import { describe, expect, it } from 'vitest'
import type { AttemptInfo } from '../../src/client/index.ts'
import { samples } from '../contract/samples.ts'
import { caught, json, revokeKeys, scripted, status, terminalRef } from './kit.ts'

describe('hooks', () => {
  it('hear of each attempt, and nothing that is secret', async () => {
    const heard: (AttemptInfo & { status?: number | null })[] = []
    const hooks = {
      onAttempt: (info: AttemptInfo) => heard.push(info),
      onAnswer: (info: AttemptInfo & { status: number | null }) => heard.push(info),
    }
    const { client } = scripted(['drop', json({ status: 'done', reference: 'r' })], { hooks })
    await client.revokeKeys(revokeKeys, { idempotencyKey: 'k' })
    const info = { operation: 'revokeKeys', method: 'POST', idempotencyKey: 'k' }
    expect(heard).toEqual([
      { ...info, attempt: 1 },
      { ...info, attempt: 1, status: null },
      { ...info, attempt: 2 },
      { ...info, attempt: 2, status: 200 },
    ])
  })

  it('that fail do not fail the call', async () => {
    const fail = () => {
      throw new Error('log is full')
    }
    const { client } = scripted([json(status)], { hooks: { onAttempt: fail, onAnswer: fail } })
    expect(await client.readStatus({ terminalRef })).toEqual(status)
  })
})

describe('a call', () => {
  it('passes on the trace it belongs to', async () => {
    const { client, sent } = scripted([json(status)])
    const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`
    await client.readStatus({ terminalRef }, { traceparent })
    expect(sent[0]?.headers.get('traceparent')).toBe(traceparent)
    expect(await caught(client.readStatus({ terminalRef }, { traceparent: 'x' }))).toMatchObject({
      code: 'INVALID_INPUT',
    })
  })

  it('says in which language it wants to be answered, if it is told, whatever a mapping says', async () => {
    const mappings = {
      revokeKeys: { request: (body: object) => ({ body, headers: { 'Accept-Language': 'fr' } }) },
    }
    const { client, sent } = scripted([json(status)], { locale: 'zh-CN', mappings })
    await client.readStatus({ terminalRef })
    await caught(client.revokeKeys(revokeKeys))
    expect(sent.map(({ headers }) => headers.get('accept-language'))).toEqual(['zh-CN', 'zh-CN'])
    const { client: silent, sent: more } = scripted([json(status)])
    await silent.readStatus({ terminalRef })
    expect(more[0]?.headers.has('accept-language')).toBe(false)
  })

  it.each(['', 'zh_CN', 'en, fr', 'en\r\nx: y', '*'])('is not made with the language %j', (locale) => {
    expect(() => scripted([], { locale })).toThrow(
      expect.objectContaining({
        code: 'INVALID_INPUT',
        issues: [{ path: '/locale', code: 'INVALID_FORMAT' }],
      }),
    )
  })

  it('sends a document as its bytes', async () => {
    const { client, sent } = scripted([json(samples.putDocumentContent.answer)])
    await client.putDocumentContent({ documentId: 'doc-1', content: new Uint8Array([0, 255, 10]) })
    expect(sent[0]?.body).toEqual(new Uint8Array([0, 255, 10]))
    expect(sent[0]?.headers.get('content-type')).toBe('application/octet-stream')
  })
})
