import type { MockAcquirer } from 'terminal-lifecycle/testing'

/** The acquirer's systems: a mock, in which the end of single orders is not told until somebody lets them go. */
export interface DemoSystems {
  readonly handle: (request: Request) => Promise<Response>
  readonly keepBack: (orderId: string) => void
  readonly letGo: () => void
}

export const systemsOver = (mock: MockAcquirer): DemoSystems => {
  const keptBack = new Set<string>()
  const pending = { status: 'pending', reference: 'R-1' }
  const keyOf = ({ url, headers }: Request): string => {
    const [, asked] = /\/systems\/results\/([^/?]+)$/.exec(new URL(url).pathname) ?? []
    return asked === undefined ? (headers.get('idempotency-key') ?? '') : decodeURIComponent(asked)
  }
  return {
    handle: async (request) => {
      const key = keyOf(request)
      const answer = await mock.handle(request)
      if (!keptBack.has(key)) return answer ?? new Response(null, { status: 502 })
      return request.method === 'GET'
        ? Response.json({ idempotencyKey: key, operation: 'payOut', result: pending })
        : Response.json(pending, { status: 202 })
    },
    keepBack: (orderId) => keptBack.add(orderId),
    letGo: () => keptBack.clear(),
  }
}
