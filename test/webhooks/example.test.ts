import { describe, expect, it } from 'vitest'
import { changes, reports } from '../../examples/webhooks/receive.ts'
import { signTestWebhook, type TestWebhook } from '../../src/testing/index.ts'
import { memoryCases } from '../../src/webhooks/index.ts'
import { terminal } from '../support/samples.ts'
import { hmacKey, privateKey, publicKey } from './kit.ts'
import { lifeWithInbox } from './life.ts'

const { acquirerId, merchantId, terminalId } = terminal()
const keysRemoved = { serial: '123-456-789', method: 'zeroised' }

describe('the example of the guide', () => {
  it('takes a report by the numbers of the terminal into the record', async () => {
    const { runtime, clock, journal } = await lifeWithInbox()
    const handler = reports(runtime, clock, [publicKey])
    const data = { terminalRef: `${acquirerId}:${merchantId}:${terminalId}`, ...keysRemoved }
    const event: TestWebhook = { type: 'keys.removed', data }
    for (let time = 0; time < 3; time++) {
      const message = await signTestWebhook(event, { keys: [privateKey], clock })
      const response = await handler(new Request('http://localhost/', { method: 'POST', ...message }))
      expect(response.status).toBe(200)
    }
    expect((await journal()).map(({ commandId }) => commandId.slice(0, 21))).toEqual([
      expect.any(String),
      'webhook.terminals:evt',
    ])
  })

  it('keeps a portal in step', async () => {
    const { clock } = await lifeWithInbox()
    const known = memoryCases<{ version: number }>()
    const handler = changes(async () => ({ version: 4 }), known, clock, [hmacKey])
    const data = { lifecycleId: 'life-1', version: 4, event: keysRemoved }
    const message = await signTestWebhook({ type: 'keys.removed', data }, { keys: [hmacKey], clock })
    const response = await handler(new Request('http://localhost/', { method: 'POST', ...message }))
    expect([response.status, known.get('life-1')]).toEqual([200, { version: 4 }])
  })
})
