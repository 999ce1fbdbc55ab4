import { verifyWebhook } from '../../src/webhooks/index.ts'
import { body, clock, hmacKey, publicKey, sentAt } from './kit.ts'

/** A small generator of numbers from 0 to 1, the same for the same seed. */
const generator = (seed: number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const anything = `${base64}-_=., \t\u00a0:;"'{}[]%开０١`

/** One in eight is well formed, so that its signature is judged; the others are noise. */
export const randomHeaders = async (count: number, seed: number): Promise<readonly object[]> => {
  const random = generator(seed)
  const text = (letters: string, length: number) =>
    Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join('')
  const noise = () => text(anything, Math.floor(random() * 80))
  const time = () => String(sentAt + Math.floor(random() * 300) - 290)
  const signature = () => (random() < 0.95 ? `v1,${text(base64, 43)}=` : `v1a,${text(base64, 86)}==`)
  const headers = (wellFormed: boolean) => ({
    'webhook-id': wellFormed ? text(base64.slice(0, 62), 20) : noise(),
    'webhook-timestamp': wellFormed || random() < 0.5 ? time() : noise(),
    'webhook-signature': wellFormed ? signature() : noise(),
  })
  const taken: object[] = []
  for (let place = 0; place < count; place++) {
    const forged = headers(place % 8 === 0)
    const result = await verifyWebhook({ body, headers: forged }, { keys: [hmacKey, publicKey], clock })
    if (result.ok || result.status !== 401) taken.push(forged)
  }
  return taken
}
