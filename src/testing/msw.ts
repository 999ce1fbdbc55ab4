import { type HttpHandler, HttpResponse, http } from 'msw'
import { operations, type Side } from '../contract/index.ts'
import { checkOptions, type OptionRules } from '../errors/index.ts'

/** What is answered for; everything else goes on to other handlers. */
export interface MswOptions {
  /** Both sides when left out. */
  readonly side?: Side
  /** @default '/v1' */
  readonly basePath?: string
  /** Origin that is answered for. @default any */
  readonly origin?: string
}

/** `{name}` of the contract as `:name` of msw. */
const pattern = (path: string): string => path.replaceAll(/\{([A-Za-z]+)\}/g, ':$1')

const methods = { GET: http.get, POST: http.post, PUT: http.put } as const

/**
 * One msw handler per operation of the contract, each answered by a Fetch handler; `null` is a network error.
 *
 * @example setupServer(...mswHandlers(createAcquirerHandler(implementation, { authenticate }), { side: 'portal' }))
 */
export const mswHandlers = (
  handle: (request: Request) => Promise<Response | null>,
  options: MswOptions = {},
): readonly HttpHandler[] => {
  checkOptions({ handle }, { handle: 'function' })
  checkOptions(options, {
    ...{ side: 'string?', basePath: 'string?', origin: 'string?' },
  } satisfies OptionRules<MswOptions>)
  const { side, basePath = '/v1', origin = '*' } = options
  return operations
    .filter((row) => !side || row.side === side)
    .map((row) =>
      methods[row.method](`${origin}${basePath}${pattern(row.path)}`, async ({ request }) => {
        return (await handle(request)) ?? HttpResponse.error()
      }),
    )
}
