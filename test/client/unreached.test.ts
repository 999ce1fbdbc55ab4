import { once } from 'node:events'
import { createServer as createPlainServer } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type AcquirerClientOptions, bearer, createAcquirerClient } from '../../src/client/index.ts'
import { asUnreached } from '../../src/client/unreached.ts'
import { isUnreached } from '../../src/client/unsent.ts'
import { selfSigned } from '../support/certificate.ts'
import { type Carrier, carriers, closeTransports } from './carriers.ts'
import { caught, revokeKeys, scripted } from './kit.ts'
import { serving } from './one-server.ts'

const ends: (() => unknown)[] = [closeTransports]
afterEach(async () => {
  for (const end of ends.splice(1)) await end()
  closeTransports()
})

const told = async (baseUrl: string, carrier: Partial<AcquirerClientOptions>) => {
  const endings: (number | null)[] = []
  const client = createAcquirerClient({
    ...{ baseUrl, auth: bearer('t'), retry: { delay: 1 } },
    hooks: { onAnswer: ({ status }) => endings.push(status) },
    ...carrier,
  })
  const error = await caught(client.revokeKeys(revokeKeys, { idempotencyKey: 'k-1' }))
  return { error, attempts: endings.length }
}

const nobody = async (): Promise<string> => {
  const server = createPlainServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return `http://127.0.0.1:${port}`
}

describe.each(Object.keys(carriers) as Carrier[])('a write that is carried %s', (name) => {
  const carrier = () => carriers[name]() as Partial<AcquirerClientOptions>

  it('has left nobody behind who could have done it where nobody listens: it is tried again, and then not in doubt', async () => {
    expect(await told(await nobody(), carrier())).toMatchObject({
      error: { code: 'CONNECTION_FAILED', reason: expect.stringContaining('ECONNREFUSED') },
      attempts: 3,
    })
  })

  it('nor where the name of the host is nobody’s', async () => {
    const { error } = await told('https://nobody.invalid', carrier())
    expect(error).toMatchObject({ code: 'CONNECTION_FAILED' })
  })

  it('nor where nobody vouches for the other side: not one byte of it was heard there', async () => {
    let heard = 0
    const server = createServer(selfSigned('acquirer.test'), () => {
      heard += 1
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    ends.push(() => server.close())
    const { port } = server.address() as AddressInfo
    const { error } = await told(`https://127.0.0.1:${port}`, carrier())
    expect([error, heard]).toMatchObject([{ code: 'CONNECTION_FAILED' }, 0])
  })

  it('stays in doubt when the other side has read it and gone, though nobody listens there any more', async () => {
    const server = await serving((_, __, socket) => {
      void server.close()
      socket.destroy()
    })
    expect(await told(server.url, carrier())).toMatchObject({
      error: { code: 'OUTCOME_UNKNOWN' },
      attempts: 3,
    })
    expect(server.seen).toHaveLength(1)
  })
})

describe('what a transport says of a connection', () => {
  const failed = (words: object) => Object.assign(new Error('no'), words)
  const connect = failed({ code: 'ECONNREFUSED', syscall: 'connect' })
  const read = failed({ code: 'ECONNRESET', syscall: 'read' })

  it('is not believed of somebody’s own `fetch`: it may have tried before', async () => {
    const { client } = scripted([], { fetch: () => Promise.reject(connect) })
    expect(await caught(client.revokeKeys(revokeKeys))).toMatchObject({ code: 'OUTCOME_UNKNOWN' })
  })

  const wrapped = (times: number, error: object = connect): object =>
    times === 0 ? error : wrapped(times - 1, failed({ cause: error }))
  const ownCause = failed({})
  const ownErrors = failed({})

  it.each([
    ['that it was never there', connect, true],
    ['that a clock ran out before it was there', failed({ code: 'UND_ERR_CONNECT_TIMEOUT' }), true],
    ['of each of its addresses', failed({ cause: failed({ errors: [connect, connect] }) }), true],
    ['of one of its addresses alone', failed({ errors: [connect, read] }), false],
    ['of none', failed({ errors: [] }), false],
    ['that it broke', read, false],
    ['that the other side ended it', failed({ code: 'UND_ERR_SOCKET' }), false],
    [
      'that the other side does not believe us',
      failed({ code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED' }),
      false,
    ],
    ['in an error that others have wrapped', wrapped(5), true],
    ['in one that stands deeper than anybody wraps', wrapped(6), false],
    ['in a circle of causes', Object.assign(ownCause, { cause: ownCause }), false],
    ['in a circle of errors', Object.assign(ownErrors, { errors: [ownErrors] }), false],
    ['with no cause', failed({ cause: null }), false],
    ['nothing', new TypeError('Failed to fetch'), false],
  ])('%s', (_, error, isSaid) => {
    expect(isUnreached(asUnreached(error))).toBe(isSaid)
  })
})
