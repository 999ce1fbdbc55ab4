import { describe, expect, it } from 'vitest'
import { bearer } from '../../src/client/index.ts'
import { caught, json, problem, revokeKeys, scripted, status, terminalRef } from './kit.ts'

const retries = (sent: readonly unknown[], calls: number) => sent.length - calls

describe('when everything fails', () => {
  it('no more than thirty-five calls are repeated, however many there are', async () => {
    const { client, sent } = scripted([json({}, 503)])
    const calls = 300
    await Promise.all(Array.from({ length: calls }, () => caught(client.readStatus({ terminalRef }))))
    expect(retries(sent, calls)).toBe(Math.floor(500 / 14))
  })

  it('a success gives back less than a repeat costs', async () => {
    let isDown = true
    const { client, sent } = scripted([() => (isDown ? json({}, 503) : json(status))])
    const fail = () => caught(client.readStatus({ terminalRef }))
    await Promise.all(Array.from({ length: 100 }, fail))
    sent.length = 0
    await fail()
    expect(retries(sent, 1)).toBe(0)
    isDown = false
    for (let call = 0; call < 4; call += 1) await client.readStatus({ terminalRef })
    isDown = true
    sent.length = 0
    await fail()
    expect(retries(sent, 1)).toBe(1)
  })

  it('credentials that are never accepted are not asked for again and again by all', async () => {
    let asked = 0
    const { client, sent } = scripted([problem('UNAUTHENTICATED', 401)], {
      auth: bearer(() => `tok-${++asked}`),
    })
    const calls = 1_700
    for (let call = 0; call < calls; call += 50)
      await Promise.all(Array.from({ length: 50 }, () => caught(client.readStatus({ terminalRef }))))
    expect(sent.length).toBeLessThanOrEqual(1.1 * calls)
  })
})

describe('a hundred calls whose token has run out', () => {
  it('ask for one new token, and are all repeated with it', async () => {
    let asked = 0
    let accepted = 0
    const fetch = async (_: string, init: RequestInit) => {
      if (new Headers(init.headers).get('authorization') === 'Bearer tok-1')
        return problem('UNAUTHENTICATED', 401)
      accepted += 1
      return json({ status: 'done', reference: 'r' })
    }
    const { client } = scripted([], { auth: bearer(async () => `tok-${++asked}`), fetch })
    await Promise.all(Array.from({ length: 100 }, () => client.revokeKeys(revokeKeys)))
    expect([asked, accepted]).toEqual([2, 100])
  })
})

describe('a conflict', () => {
  it.each([409, 412])('(%i) is never repeated blindly', async (code) => {
    const { client, sent } = scripted([problem('NOT_ALLOWED_IN_STATE', code)])
    await caught(client.revokeKeys(revokeKeys))
    expect(sent).toHaveLength(1)
  })
})
