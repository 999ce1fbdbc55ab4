import { expect, it } from 'vitest'
import { terminalRef } from '../../src/contract/index.ts'
import { terminal } from '../support/samples.ts'
import { lifeWithInbox, messageOf } from './life.ts'

it('An inbox finds a life by numbers that hold colons, and takes no other terminal for it', async () => {
  const { inbox, runtime } = await lifeWithInbox({ open: false })
  for (const [lifecycleId, merchantId, terminalId] of [
    ['life-1', 'm:1', 't'],
    ['life-2', 'm', '1:t'],
  ] as const) {
    const numbers = { ...terminal(), lifecycleId, merchantId, terminalId }
    await runtime.open({ ...numbers, devices: [{ serial: lifecycleId, owner: 'provider', tenancy: 'sole' }] })
    const event = { type: 'keys.removed', serial: lifecycleId, method: 'zeroised' } as const
    const message = messageOf(event, `evt_${lifecycleId}`, { terminalRef: terminalRef(numbers) })
    expect(await inbox.receive(message)).toMatchObject({ lifecycleId })
  }
})
