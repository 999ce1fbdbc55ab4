// In place of home.ts of the back end: a Restate server says when, a PostgreSQL holds what is true.
import { once } from 'node:events'
import { createServer } from 'node:http2'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { createRuntime, type RuntimeOptions } from 'terminal-lifecycle/runtime'
import { type RestateSdk, terminalLifecycleObject, throughRestate } from 'terminal-lifecycle/runtime/restate'
import { openStore } from './postgres.ts'

interface Sdk extends RestateSdk {
  createEndpointHandler(options: { services: object[]; logger: () => void }): (...given: never[]) => void
}

export const openHome = async (options: Omit<RuntimeOptions, 'store'>) => {
  const { store, close } = await openStore()
  const sdk = createRequire(import.meta.url)('@restatedev/restate-sdk') as Sdk
  const services = [terminalLifecycleObject(sdk, { ...options, store })]
  const handler = sdk.createEndpointHandler({ services, logger: () => undefined })
  const service = createServer(handler as Parameters<typeof createServer>[1] & object)
  await once(service.listen(0, '127.0.0.1'), 'listening')
  const { port } = service.address() as AddressInfo
  const told = await fetch(`${process.env.RESTATE_ADMIN}/deployments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ uri: `http://127.0.0.1:${port}` }),
  })
  if (!told.ok) throw new Error(await told.text())
  const runtime = throughRestate(createRuntime({ ...options, store }), {
    store,
    url: process.env.RESTATE_URL ?? '',
  })
  await runtime.settle()
  return {
    runtime,
    /** The server calls: there is nothing to do but to be there. */
    run: async (signal: AbortSignal) => {
      if (!signal.aborted) await once(signal, 'abort')
    },
    close: async () => {
      service.close()
      await close()
    },
  }
}
