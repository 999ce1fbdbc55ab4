import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createBackend, memoryDocuments } from '../../src/backend/index.ts'
import { acquirerServices } from '../../src/client/index.ts'
import type { Actor } from '../../src/domain/index.ts'
import { createRuntime, memoryStore } from '../../src/runtime/index.ts'
import { createAcquirerHandler } from '../../src/server/index.ts'
import { listen } from '../../src/server/node.ts'
import { terminal } from '../support/samples.ts'
import { played } from '../testing/kit.ts'
import { said, tool, toolFolder } from './tool.ts'

const { acquirerId, merchantId } = terminal()
const merchant: Actor = {
  role: 'merchant',
  personId: 'm1',
  organisationId: merchantId,
  acquirerId,
  duties: [],
}

/** A back end over the mock's systems, on a port of its own. */
const served = async () => {
  const clock = { now: () => '2026-03-02T01:00:00.000Z' }
  const { client } = played({ clock })
  const runtime = createRuntime({ store: memoryStore(), services: acquirerServices(client), clock })
  await runtime.open(terminal())
  const handler = createAcquirerHandler(createBackend(runtime, { clock, documents: memoryDocuments() }), {
    side: 'portal',
    authenticate: ({ headers }) => (headers.get('authorization') === 'Bearer m1' ? merchant : undefined),
  })
  return listen(handler)
}

it('is made by openapi-typescript, type-checks, and works against a back end', async () => {
  rmSync(join(toolFolder, 'contract.d.ts'), { force: true })
  await said(tool('openapi-typescript'), ['../../docs/open-api.json', '-o', 'contract.d.ts'], toolFolder)
  await said(process.execPath, ['node_modules/ts7/bin/tsc', '-p', 'tools/open-api/tsconfig.json'])
  const { url, close } = await served()
  try {
    const told = await said(process.execPath, ['client.ts', `${url}/v1`, 'm1'], toolFolder)
    expect(JSON.parse(told)).toEqual({
      before: 0,
      possible: 'withPapers',
      after: 1,
      told: null,
      stale: 'STALE_VERSION',
      unknown: 'NOT_FOUND',
    })
  } finally {
    await close()
  }
})
