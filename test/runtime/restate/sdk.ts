import { existsSync } from 'node:fs'
import { createServer } from 'node:http2'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { RestateSdk } from '../../../src/runtime/restate.ts'

/** The SDK as the tests use it; its own types check `tools/restate/object.ts`. */
export interface Sdk extends RestateSdk {
  createEndpointHandler(options: { services: object[]; logger?: () => void }): (...given: never[]) => void
}

const folder = join(import.meta.dirname, '../../../tools/restate')

const installed = () => {
  if (!existsSync(join(folder, 'node_modules', '@restatedev')))
    throw new Error('Restate is not installed: use `npm run test:restate`.')
  return createRequire(join(folder, 'package.json'))
}

/** The server's own program: the launcher beside it would have to be killed as well. */
export function serverProgram(): string {
  const platform = `@restatedev/restate-server-${process.platform}-${process.arch}`
  const from = createRequire(installed().resolve('@restatedev/restate-server/package.json'))
  return join(from.resolve(`${platform}/package.json`), '..', 'bin', 'restate-server')
}

export async function loadSdk(): Promise<Sdk> {
  const path = installed().resolve('@restatedev/restate-sdk')
  return import(pathToFileURL(path).href)
}

/** Serves objects on loopback alone; the SDK's own way listens everywhere. */
export async function serveObjects(sdk: Sdk, services: object[], port = 0) {
  const handler = sdk.createEndpointHandler({ services, logger: () => undefined })
  const server = createServer(handler as Parameters<typeof createServer>[1] & object)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return { port: (server.address() as AddressInfo).port, close: () => server.close() }
}
