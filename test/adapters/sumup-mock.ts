import type { OpenApi } from './contracts.ts'
import { type Reply, vendorMock } from './vendor-mock.ts'

interface Reader {
  readonly id: string
  readonly serial: string
  status: 'processing' | 'paired'
}

const at = '2026-03-01T09:00:00Z'

/** A merchant at SumUp with one reader that is paired. */
export function sumupMock(contract: OpenApi, apiKey: string) {
  let made = 0
  /** A pairing is another one each time, and so is its id. */
  const paired = (serial: string, status: Reader['status']): Reader => {
    made += 1
    return { id: `rdr_${String(made).padStart(26, '0')}`, serial, status }
  }
  const readers = [paired('SOLO-7001', 'paired')]
  /** On the screens of devices that wait to be paired. */
  const codes = new Map<string, string>()
  /** What was changed, as often as it was. */
  const effects: string[] = []

  const readerOf = ({ id, serial, status }: Reader) => ({
    ...{ id, name: serial, status, created_at: at, updated_at: at },
    device: { identifier: serial, model: 'solo' },
  })
  // the key is in the words of the error, as a careless vendor would have it
  const problem = (status: number): Reply => ({
    status,
    body: {
      ...{ type: 'https://developer.sumup.com/problem/not-found', title: `Key ${apiKey}`, status },
      detail: `The key ${apiKey} was sent`,
    },
  })

  const mock = vendorMock({
    ...{ contract, problem, knows: (headers) => headers.get('authorization') === `Bearer ${apiKey}` },
    handlers: {
      ListReaders: () => ({ status: 200, body: { items: readers.map(readerOf) } }),
      CreateReader: ({ body }) => {
        const { pairing_code: code } = body as { readonly pairing_code: string }
        const serial = codes.get(code)
        if (serial === undefined) return problem(404)
        codes.delete(code)
        const reader = paired(serial, 'processing')
        readers.push(reader)
        effects.push(`pair ${serial}`)
        return { status: 201, body: readerOf(reader) }
      },
      DeleteReader: ({ params }) => {
        const index = readers.findIndex(({ id }) => id === params.reader_id)
        if (index < 0) return problem(404)
        effects.push(`unpair ${readers[index]?.serial}`)
        readers.splice(index, 1)
        return { status: 200 }
      },
    },
  })

  return {
    ...mock,
    ...{ readers, codes, effects, problem },
    /** The device confirms its pairing. */
    sync: () => {
      for (const reader of readers) reader.status = 'paired'
    },
  }
}
