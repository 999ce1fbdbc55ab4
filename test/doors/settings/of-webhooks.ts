import {
  judgeCallbackUrl,
  memoryReplays,
  signWebhook,
  verifyWebhook,
  webhookHandler,
} from '../../../src/webhooks/index.ts'
import { nodeTransport, webhookListener } from '../../../src/webhooks/node.ts'
import { clock, environment, keys, message, outbox } from './made.ts'
import { type Setting, under } from './of-runtime.ts'

const ofTolerance = (give: (tolerance: object) => unknown) =>
  ({
    '(options).tolerance.pastSeconds': { give: (pastSeconds) => give({ pastSeconds }), least: 10 },
    '(options).tolerance.aheadSeconds': { give: (aheadSeconds) => give({ aheadSeconds }) },
  }) satisfies Record<string, Setting>

export const ofWebhooks: Readonly<Record<string, Setting>> = {
  'judgeCallbackUrl(rules).ports[]': {
    give: (port) => judgeCallbackUrl('https://portal.example.com/', { ports: [port] }),
    ...{ path: '/ports/0', least: 0 },
  },
  'nodeTransport(options).ports[]': {
    give: (port) => nodeTransport({ environment, ports: [port] }),
    ...{ path: '/ports/0', least: 0 },
  },
  'createOutbox(options).callbacks.ports[]': {
    give: (port) => outbox({ callbacks: { ports: [port] } }),
    ...{ path: '/callbacks/ports/0', least: 0 },
  },
  'createOutbox(options).concurrency': { give: (concurrency) => outbox({ concurrency }) },
  'createOutbox(options).leaseMs': { give: (leaseMs) => outbox({ leaseMs }) },
  'createOutbox(options).pollMs': { give: (pollMs) => outbox({ pollMs }) },
  'createOutbox(options).mostWaiting': { give: (mostWaiting) => outbox({ mostWaiting }) },
  'createOutbox(options).disableAfterMs': {
    give: (disableAfterMs) => outbox({ disableAfterMs }),
    ...{ least: 0, endless: true },
  },
  'createOutbox(options).schedule[]': {
    give: (pause) => outbox({ schedule: [0, pause] }),
    ...{ path: '/schedule/1', least: 0 },
  },
  'memoryReplays(options).capacity': { give: (capacity) => memoryReplays({ clock, capacity }) },
  'signWebhook(message).timestamp': {
    give: (timestamp) => signWebhook({ id: 'i', timestamp, body: '' }, keys),
    least: 0,
  },
  ...under(
    'verifyWebhook',
    ofTolerance((tolerance) => verifyWebhook(message, { keys, clock, tolerance })),
  ),
  ...under(
    'webhookHandler',
    ofTolerance((tolerance) => webhookHandler({ keys, clock, tolerance, receive: async () => undefined })),
  ),
  ...under(
    'webhookListener',
    ofTolerance((tolerance) => webhookListener({ keys, clock, tolerance, receive: async () => undefined })),
  ),
}
