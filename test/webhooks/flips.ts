import { type VerifyOptions, verifyWebhook } from '../../src/webhooks/index.ts'

interface Signed {
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

/** The text with one bit of one character changed. */
const flipped = (text: string, place: number, bit: number): string =>
  text.slice(0, place) + String.fromCharCode(text.charCodeAt(place) ^ (1 << bit)) + text.slice(place + 1)

function* variants({ body, headers }: Signed) {
  const bytes = new TextEncoder().encode(body)
  for (let bit = 0; bit < 8; bit++) {
    for (let place = 0; place < bytes.length; place++) {
      const other = Uint8Array.from(bytes)
      other[place] = (other[place] ?? 0) ^ (1 << bit)
      yield { about: `body, byte ${place}, bit ${bit}`, message: { body: other, headers } }
    }
    for (const [name, value] of Object.entries(headers))
      for (let place = 0; place < value.length; place++) {
        const changed = { ...headers, [name]: flipped(value, place, bit) }
        yield { about: `${name}, byte ${place}, bit ${bit}`, message: { body, headers: changed } }
      }
  }
}

/** Every message that differs from a signed one in one bit of its body or of one of its headers. */
export const flips = async (message: Signed, options: VerifyOptions) => {
  const accepted: string[] = []
  let tried = 0
  for (const { about, message: forged } of variants(message)) {
    tried += 1
    const result = await verifyWebhook(forged, options)
    if (result.ok || result.status !== 401) accepted.push(about)
  }
  return { tried, accepted }
}
