import dns from 'node:dns/promises'
import { setGlobalProxyFromEnv } from 'node:http'
import { get, request } from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import { type AddressInfo, createServer } from 'node:net'
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { transportOver } from '../../src/webhooks/node/transport.ts'
import { nodeTransport } from '../../src/webhooks/node.ts'
import { manualEnvironment } from '../runtime/manual-environment.ts'
import { hostileAddresses } from './hostile-addresses.ts'
import { hostileUrls } from './hostile-urls.ts'
import { host, receiver } from './receiver.ts'

// The library's own import of `lookup` follows.
const lookup = vi.spyOn(dns, 'lookup')
syncBuiltinESMExports()
afterAll(() => {
  lookup.mockRestore()
  syncBuiltinESMExports()
})

const { signal } = new AbortController()
const outgoing = (url: string) => ({ url, headers: {}, body: '{}' })
const urls = Object.values(hostileUrls).flat()
const addresses = Object.values(hostileAddresses).flat()

const leadsTo = (address: string) =>
  lookup.mockImplementation((async () => [
    { address, family: address.includes(':') ? 6 : 4 },
  ]) as unknown as typeof dns.lookup)

describe('the transport that may be used', () => {
  it('sends to none of the hostile URLs, and does not even ask where they lead', async () => {
    leadsTo('127.0.0.1')
    const transport = nodeTransport({ environment: manualEnvironment() })
    const sent = await Promise.all(urls.map((url) => transport.send(outgoing(url), { signal })))
    expect(new Set(sent.map((one) => ('code' in one ? one.code : one.status)))).toEqual(
      new Set(['URL_REFUSED']),
    )
    expect(lookup).not.toHaveBeenCalled()
  })

  it('sends to no public name that leads to a hostile address', async () => {
    const transport = nodeTransport({ environment: manualEnvironment() })
    for (const address of addresses) {
      leadsTo(address)
      const sent = await transport.send(outgoing(`https://${host}/`), { signal })
      expect([address, sent]).toEqual([address, { kind: 'failed', code: 'ADDRESS_REFUSED' }])
    }
  })

  it('cannot be told otherwise', async () => {
    const target = await receiver()
    leadsTo('127.0.0.1')
    const options = { environment: manualEnvironment(), ports: [target.port] }
    const told = { isAllowed: () => true, resolve: async () => [], ca: target.ca }
    for (const [name, value] of Object.entries(told))
      expect(() => nodeTransport({ ...options, [name]: value })).toThrow(`/${name} (UNKNOWN_FIELD)`)
    expect(await nodeTransport(options).send(outgoing(target.url), { signal })).toEqual({
      kind: 'failed',
      code: 'ADDRESS_REFUSED',
    })
    expect(target.connections).toBe(0)
  })

  it('would get through without the judge: the same name leads into this machine', async () => {
    const target = await receiver()
    const transport = transportOver({
      environment: manualEnvironment(),
      ports: [target.port],
      ...{ isAllowed: () => true, resolve: async () => [{ address: '127.0.0.1', family: 4 }], ca: target.ca },
    })
    expect(await transport.send(outgoing(target.url), { signal })).toMatchObject({ status: 204 })
    expect(target.arrivals).toHaveLength(1)
  })
})

/** Spellings of this machine in the list, as a client that judges nothing would be led by them. */
const spellings = urls.filter((url) => URL.canParse(url) && new URL(url).hostname === '127.0.0.1')

describe('a client without the judge', () => {
  it('is led into this machine by many a hostile URL', async () => {
    const target = await receiver()
    const visit = () =>
      new Promise<void>((resolve) => {
        const there = { host: '127.0.0.1', port: target.port, rejectUnauthorized: false }
        const visiting = request(there, () => visiting.destroy())
        visiting.on('error', () => undefined).on('close', resolve)
        visiting.end()
      })
    await Promise.all(spellings.map(visit))
    expect(spellings.length).toBeGreaterThan(15)
    expect(target.arrivals).toHaveLength(spellings.length)
  })
})

describe('a proxy that the environment asks for', () => {
  it('is not used, although every other client of the process uses it', async () => {
    const target = await receiver()
    let connections = 0
    const proxy = createServer((socket) => {
      connections += 1
      socket.destroy()
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => proxy.once('listening', resolve))
    const restore = setGlobalProxyFromEnv({
      HTTPS_PROXY: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    })
    onTestFinished(() => {
      restore()
      proxy.close()
    })
    const transport = transportOver({
      ...{ environment: manualEnvironment(), ports: [target.port], ca: target.ca },
      ...{ isAllowed: () => true, resolve: async () => [{ address: '127.0.0.1', family: 4 }] },
    })
    expect(await transport.send(outgoing(target.url), { signal })).toMatchObject({ status: 204 })
    expect(connections).toBe(0)
    await new Promise((resolve) => get(target.url).on('error', resolve))
    expect(connections).toBe(1)
  })
})
