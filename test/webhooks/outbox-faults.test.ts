import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { memoryDeliveries } from '../../src/webhooks/index.ts'
import { sqliteDeliveries } from '../../src/webhooks/sqlite.ts'
import { terminal } from '../support/samples.ts'
import { cursorFirst, failingAt } from './failing-deliveries.ts'
import { allPlaces, play, playEach } from './outbox-nth-call.ts'
import { outboxRig, places, status } from './outbox-rig.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-outbox-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('an outbox whose n-th call of its deliveries fails', () => {
  it.each(['before', 'after'] as const)(
    'sends each change all the same: %s it is carried out',
    async (when) => {
      expect(await playEach(memoryDeliveries, when, 5)).toBeGreaterThan(20)
    },
  )
})

describe('an outbox that moved the cursor before it planned', () => {
  it('would lose changes, and this is noticed', async () => {
    let lost = 0
    for (let n = 1; n < 12; n += 1) {
      const posted = await play(cursorFirst(failingAt(memoryDeliveries(), n, 'before').deliveries))
      if (new Set(places(posted)).size < allPlaces.length) lost += 1
    }
    expect(lost).toBeGreaterThan(0)
  })
})

describe('two outboxes on one file', () => {
  it('send each change once between them', async () => {
    const path = join(folder, 'two.db')
    const made = await outboxRig()
    const { runtime, make, posted, environment } = made
    const ids = Array.from({ length: 30 }, (_, n) => `l${n}`)
    await runtime.openAll(ids.map((id) => ({ input: terminal({ lifecycleId: id, terminalId: id }) })))
    const files = [sqliteDeliveries(path, { environment }), sqliteDeliveries(path, { environment })]
    const outboxes = files.map((deliveries, n) => make({ deliveries, worker: `w${n}` }))
    const sent = await Promise.all(outboxes.map((outbox) => outbox.drain()))
    expect(posted).toHaveLength(31)
    expect(new Set(places(posted)).size).toBe(31)
    expect(sent.every(({ delivered }) => delivered > 0)).toBe(true)
    await Promise.all(files.map((file) => file.close()))
  })

  it('leave a delivery to the one that has it, until its lease has run out', async () => {
    const path = join(folder, 'lease.db')
    let isDead = true
    const { make, posted, environment, advance } = await outboxRig({
      answer: () => (isDead ? new Promise(() => undefined) : status(200)),
    })
    const files = [sqliteDeliveries(path, { environment }), sqliteDeliveries(path, { environment })]
    const [dying, heir] = files.map((deliveries, n) => make({ deliveries, worker: `w${n}` }))
    // Never comes back, as a process that is gone; its own limit does not count then.
    const stop = new AbortController()
    const ended = dying?.drain({ signal: stop.signal }).catch(() => undefined)
    await expect.poll(() => posted).toHaveLength(1)
    isDead = false
    await heir?.drain()
    expect(posted).toHaveLength(1)
    await files[0]?.close()
    await advance(60_000)
    await heir?.drain()
    expect(posted).toHaveLength(2)
    expect(posted[1]?.id).toBe(posted[0]?.id)
    stop.abort()
    await ended
    await files[1]?.close()
  })
})
