import { expect, it } from 'vitest'
import { createRuntime, memoryStore } from '../../../src/runtime/index.ts'
import { arrivals, manualTime } from '../../../src/testing/index.ts'
import { asP1, sys } from '../../support/people.ts'
import { statusRead, terminal } from '../../support/samples.ts'
import { silentServices } from '../../support/world.ts'

const messages = async () => {
  const { clock, environment, advance } = manualTime()
  const runtime = createRuntime({ store: memoryStore(), services: silentServices, clock, environment })
  await runtime.open(terminal())
  const sent = (['on', 'off', 'off'] as const).map((acceptance, place) => {
    advance(60_000)
    return { commandId: `webhook-${place}`, event: statusRead(acceptance, clock.now()) }
  })
  const receive = (message: (typeof sent)[number]) =>
    runtime.dispatch({ lifecycleId: 'life-1', actor: sys, ...message })
  const record = async () => (await runtime.get('life-1', asP1)) ?? expect.fail('no record')
  return { sent, receive, record }
}

it('messages that each arrive fifty times take effect once, and are answered alike', async () => {
  const { sent, receive, record } = await messages()
  const answers = []
  for (const message of arrivals('webhooks-duplicated', sent)) answers.push(await receive(message))
  expect(answers.every(({ accepted }) => accepted)).toBe(true)
  const { version, context } = await record()
  expect([version, context.status.acceptance]).toEqual([sent.length, 'off'])
})

it('messages that arrive the wrong way round leave the newest reading', async () => {
  const { sent, receive, record } = await messages()
  for (const message of arrivals('webhooks-reordered', sent)) await receive(message)
  const { status } = (await record()).context
  const newest = sent.at(-1)?.event as { readAt: string }
  expect([status.acceptance, status.readAt]).toEqual(['off', newest.readAt])
})
