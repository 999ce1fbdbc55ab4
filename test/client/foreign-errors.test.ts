import { describe, expect, it, vi } from 'vitest'
import { performing } from '../../src/client/services/perform.ts'
import { brand } from '../../src/errors/brand.ts'
import { InvalidInputError, RefusedError } from '../../src/errors/index.ts'
import { caught, json, revokeKeys, scripted, terminalRef } from './kit.ts'

/** As one that another copy of the package has made: with the mark, and of no class of ours. */
const ofAnotherCopy = (error: Error): Error =>
  Object.assign(new Error(error.message), { ...error, name: error.name, [brand]: true })

const [acquirerId, merchantId, terminalId] = terminalRef.split(':')

describe('an error of another copy of the package', () => {
  it('that a mapping throws of its input stays what it is', async () => {
    const thrown = ofAnotherCopy(new InvalidInputError({ issues: [{ path: '/serial', code: 'TOO_LONG' }] }))
    const request = () => {
      throw thrown
    }
    const { client, sent } = scripted([json({})], { mappings: { revokeKeys: { request } } })
    expect(await caught(client.revokeKeys(revokeKeys))).toBe(thrown)
    expect(sent).toEqual([])
  })

  it('that refuses a repeated order and then the question what became of it leaves that unknown', async () => {
    const refusing = (refusal: string) =>
      vi.fn().mockRejectedValue(ofAnotherCopy(new RefusedError({ refusal })))
    const { client } = scripted([])
    const getResult = refusing('ROLE_NOT_ALLOWED')
    const perform = performing({ ...client, revokeKeys: vi.fn(), getResult })
    const identity = { acquirerId, merchantId, terminalId }
    const call = { identity, attempt: 2, idempotencyKey: 'lc-1/1/0', orderedAt: '2026-03-02T01:00:00.000Z' }
    const { terminalRef: _, ...order } = revokeKeys
    const error = await caught(perform('revokeKeys', order, call as unknown as Parameters<typeof perform>[2]))
    expect(getResult).toHaveBeenCalledTimes(1)
    expect(error).toMatchObject({ code: 'OUTCOME_UNKNOWN', operation: 'revokeKeys' })
  })
})
