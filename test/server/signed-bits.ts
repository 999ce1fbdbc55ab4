import { type Arriving, signed, write } from './signatures.ts'

const flipped = (bytes: Uint8Array, bit: number): Uint8Array<ArrayBuffer> => {
  const other = new Uint8Array(bytes)
  const place = Math.floor(bit / 8)
  other[place] = (other[place] ?? 0) ^ (1 << (bit % 8))
  return other
}
const flippedText = (text: string, bit: number): string =>
  new TextDecoder('latin1').decode(flipped(new TextEncoder().encode(text), bit))

interface Part {
  readonly name: string
  readonly bits: number
  /** The signed request with this bit of the part turned over. */
  readonly turn: (bit: number) => Arriving
}

/** Every part of a signed request that is signed, or is the signature. */
export const signedParts = async (): Promise<readonly Part[]> => {
  const arriving = await signed(write())
  const { method, target, headers, body } = arriving
  return [
    {
      name: 'method',
      bits: 8 * method.length,
      turn: (bit) => ({ ...arriving, method: flippedText(method, bit) }),
    },
    {
      name: 'target',
      bits: 8 * target.length,
      turn: (bit) => ({ ...arriving, target: flippedText(target, bit) }),
    },
    { name: 'body', bits: 8 * body.length, turn: (bit) => ({ ...arriving, body: flipped(body, bit) }) },
    ...Object.entries(headers).map(([name, value]) => ({
      name,
      bits: 8 * value.length,
      turn: (bit: number) => ({ ...arriving, headers: { ...headers, [name]: flippedText(value, bit) } }),
    })),
  ]
}

/** Is it a request at all, and another one than was meant? Hosts write some methods and targets alike. */
export const arrives = ({ method, target, headers }: Arriving): boolean => {
  try {
    const request = new Request(`https://acquirer.example${target}`, { method, headers })
    return request.method === method && new URL(request.url).hash === ''
  } catch {
    return false
  }
}
