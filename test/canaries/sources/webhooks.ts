import { createRuntime } from '../../../src/runtime/index.ts'
import {
  createInbox,
  createOutbox,
  memoryReplays,
  type Sent,
  webhookHandler,
} from '../../../src/webhooks/index.ts'
import { manualEnvironment } from '../../runtime/manual-environment.ts'
import { testClock } from '../../support/clock.ts'
import { p1, sys } from '../../support/people.ts'
import { terminal } from '../../support/samples.ts'
import { silentServices } from '../../support/world.ts'
import { clockAt, hmacKey, sentAt, signed } from '../../webhooks/kit.ts'
import { reports } from '../../webhooks/life.ts'
import { movingEnvironment } from '../../webhooks/outbox-rig.ts'
import type { Canary } from '../canaries.ts'
import type { Net } from '../net.ts'
import { nameOf, placesOf, plant } from '../places.ts'
import { inTurn, type Plan, thinned, writings } from '../plan.ts'
import { type Homes, inMemory } from '../sinks/homes.ts'
import { siftLife } from '../sinks/life.ts'

/** A life that hears webhooks, with an endpoint over it. */
const listening = async (net: Net, { store, documents }: Homes) => {
  const clock = clockAt(sentAt)
  const environment = manualEnvironment()
  const runtime = createRuntime({
    ...{ store, papers: documents, environment, services: silentServices, clock: testClock() },
    onFailure: (failure) => net.see('callback', [failure, failure.error]),
  })
  await runtime.open(terminal())
  const inbox = createInbox(runtime, {
    ...{ actor: sys, clock: testClock('2026-03-02T12:30:00.000+08:00') },
    onIssues: (issues, about) => net.see('callback', { issues, about }),
    onUnknown: (event, id) => net.see('callback', { event, id }),
    onFailure: (error) => net.see('callback', error),
  })
  const handler = webhookHandler({
    ...{ keys: [hmacKey], clock, replay: memoryReplays({ clock }) },
    receive: async (message) => {
      const receipt = await inbox.receive(message)
      net.see('answer', receipt)
      return receipt
    },
    onFault: (fault) => net.see('callback', fault),
    onError: (error) => net.see('callback', error),
  })
  const post = async (headers: Readonly<Record<string, string>>, body: string) => {
    const url = 'https://acquirer.example/webhooks'
    const response = await handler(new Request(url, { method: 'POST', headers, body }))
    net.see('reply', `${JSON.stringify([...response.headers])} ${await response.text()}`)
  }
  return { runtime, post }
}

/** Each string of each reported event, and each header, as other people's systems send them. */
export const plantWebhooks = async (
  net: Net,
  plan: Plan & { readonly homes?: () => Homes },
): Promise<void> => {
  const homes = (plan.homes ?? inMemory)()
  const { runtime, post } = await listening(net, homes)
  const next = inTurn(plan)
  let told = 0
  for (const { type, ...data } of reports) {
    const payload = { type, timestamp: '2026-03-02T12:00:00+08:00', data: { ...data, lifecycleId: 'life-1' } }
    for (const place of thinned(placesOf(payload), plan))
      for (const canary of next())
        for (const text of writings(canary)) {
          told += 1
          net.planted(canary, 'webhooks received', `${type} ${nameOf(place)}`)
          const message = await signed({
            text: JSON.stringify(plant(payload, place, text)),
            id: `evt_${told}`,
          })
          await post(message.headers, message.body)
        }
  }
  for (const header of ['webhook-id', 'webhook-timestamp', 'webhook-signature', 'content-type', 'x-trace'])
    for (const canary of plan.canaries) {
      if (!/^[\x20-\x7e]*$/.test(canary.text)) continue
      net.planted(canary, 'headers of webhooks', header)
      const { headers, body } = await signed({ id: `evt_${header}` })
      await post({ ...headers, [header]: canary.text }, body)
    }
  for (const canary of plan.canaries) {
    if (!/^[\w:-]{1,100}$/.test(canary.text)) continue
    net.planted(canary, 'ids of webhooks', 'signed')
    const { headers, body } = await signed({ id: canary.text })
    await post(headers, body)
  }
  for (const canary of plan.canaries) {
    net.planted(canary, 'webhooks without JSON', 'body')
    const { headers, body } = await signed({ text: `${canary.text} {`, id: `evt_${canary.name.length}` })
    await post(headers, body)
  }
  await siftLife(net, runtime, 'life-1', plan.canaries, 'webhooks')
  await homes.sift(net, plan.canaries, 'webhooks')
}

/** What an endpoint's transport does with a text that it was told by the other side. */
const receivers: Readonly<Record<string, (text: string) => () => Promise<Sent>>> = {
  'answers in words': (text) => async () =>
    ({ kind: 'answered', status: 500, retryAfter: text, date: text, body: text }) as Sent,
  'answers it is gone': (text) => async () => ({ kind: 'answered', status: 410, date: text }),
  'fails with a code of its own': (text) => async () => ({ kind: 'failed', code: text as never }),
  throws: (text) => async () => {
    throw Object.assign(new Error(`said ${text}`), { code: text, cause: { authorization: text } })
  },
}

/** Keys of endpoints, queries of their addresses and what receivers answer. */
export const plantEndpoints = async (
  net: Net,
  plan: Plan & { readonly keys: readonly Canary[]; readonly homes?: () => Homes },
): Promise<void> => {
  const next = inTurn(plan)
  const plantings = [
    ...plan.keys.map((canary) => ({ canary, how: 'answers in words', text: 'no', secrets: [canary.text] })),
    ...Object.keys(receivers).flatMap((how) =>
      next().map((canary) => ({ canary, how, text: canary.text, secrets: [hmacKey] })),
    ),
  ]
  for (const { canary, how, text, secrets } of plantings) {
    const homes = (plan.homes ?? inMemory)()
    const { runtime } = await listening(net, homes)
    const { environment, move } = movingEnvironment()
    const send = receivers[how]?.(text) ?? (async () => ({ kind: 'answered', status: 204 }) as const)
    net.planted(canary, 'endpoints', how)
    const outbox = createOutbox({
      ...{ runtime, environment, deliveries: homes.deliveries, worker: 'w-1', disableAfterMs: 120_000 },
      endpoints: [{ id: 'portal', url: 'https://portal.example.com/hooks', actor: p1, secrets }],
      transport: {
        send: async (outgoing) => {
          net.see('delivery', outgoing)
          return send()
        },
      },
      schedule: [0, 1_000],
      onGivenUp: (one) => net.see('callback', one),
      onDisabled: (one) => net.see('callback', one),
      onFailure: (one) => net.see('callback', [one, one.error]),
    })
    for (let round = 0; round < 4; round += 1) {
      try {
        net.see('answer', await outbox.drain())
      } catch (error) {
        net.see('error', error)
      }
      move(60_000)
    }
    net.see('health', await outbox.health())
    await homes.sift(net, [canary], `endpoints ${how}`)
  }
}
