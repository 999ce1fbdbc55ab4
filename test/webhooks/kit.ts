import { signWebhook } from '../../src/webhooks/index.ts'

/** Key material of these tests; nothing else uses it. */
const base64 = (bytes: readonly number[]) => btoa(String.fromCharCode(...bytes))
const counting = (from: number, length: number) => Array.from({ length }, (_, place) => (from + place) % 256)

export const hmacKey = `whsec_${base64(counting(1, 32))}`
export const otherHmacKey = `whsec_${base64(counting(101, 24))}`
/** RFC 8032, section 7.1, test 1: the seed and its public key. */
export const privateKey = 'whsk_nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A='
export const publicKey = 'whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='

/** 2026-11-28T09:00:00Z, as both sides' clocks say it. */
export const sentAt = 1_795_856_400
export const clockAt = (seconds: number) => ({ now: () => new Date(seconds * 1000).toISOString() })
export const clock = clockAt(sentAt)

export const keysRemoved = {
  type: 'keys.removed',
  timestamp: '2026-11-28T16:59:30+08:00',
  data: { lifecycleId: 'life-1', serial: '123-456-789', method: 'zeroised' },
}
export const body = JSON.stringify(keysRemoved)

export const signed = async (
  { text = body, id = 'evt_7', at = sentAt }: { text?: string; id?: string; at?: number } = {},
  keys: readonly string[] = [hmacKey],
) => ({ body: text, headers: { ...(await signWebhook({ id, timestamp: at, body: text }, keys)) } })
