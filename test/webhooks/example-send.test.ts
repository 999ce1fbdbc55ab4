import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { changesTo, type Subscriber } from '../../examples/webhooks/send.ts'
import { rig } from '../runtime/rig.ts'
import { p1 } from '../support/people.ts'
import { hmacKey } from './kit.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-send-'))
afterAll(() => rmSync(folder, { recursive: true }))

const subscriber = (url: string): Subscriber => ({
  id: 'portal',
  url,
  actor: p1,
  keys: async () => [hmacKey],
})

describe('the example of the guide that sends', () => {
  it('refuses a subscriber whose address leads into the house', async () => {
    const { runtime } = await rig()
    const made = () =>
      changesTo([subscriber('https://169.254.169.254/')], runtime, {
        file: join(folder, 'refused.db'),
        alarm: () => undefined,
      })
    expect(made).toThrow(
      expect.objectContaining({ issues: [{ path: '/endpoints/0/url', code: 'URL_IP_LITERAL' }] }),
    )
  })

  it('keeps what it owes in its file', async () => {
    const { runtime } = await rig()
    const outbox = changesTo([subscriber('https://portal.example.com/hooks')], runtime, {
      file: join(folder, 'webhooks.db'),
      alarm: () => undefined,
    })
    expect(await outbox.health()).toMatchObject({ endpoints: [{ endpointId: 'portal', waiting: 0 }] })
  })
})
