import { matchPath, type OperationName, operations } from '../../contract/index.ts'
import type { FaultKind } from './faults.ts'

/** What a request is about, before anybody has judged it. */
export const aboutRequest = (
  request: Request,
  basePath: string,
): { readonly operation: OperationName | undefined; readonly key: string | undefined } => {
  const { pathname } = new URL(request.url)
  const path = pathname.startsWith(basePath) ? pathname.slice(basePath.length) : ''
  const row = operations.find(({ method, path: form }) => method === request.method && matchPath(form, path))
  return {
    // Every row stands in the table under its own name.
    operation: row?.name as OperationName | undefined,
    key: request.headers.get('idempotency-key') ?? undefined,
  }
}

/** More than any client reads. */
const tooLong = 8 * 1024 * 1024 + 1

/** The answer of a fault that keeps the request from the systems; `null` drops the connection, `undefined` lets it pass. */
export const instead = (fault: FaultKind | undefined): Response | null | undefined => {
  if (fault?.kind === 'dropRequest') return null
  if (fault?.kind === 'redirect') {
    return new Response(null, { status: 307, headers: { location: fault.location } })
  }
  if (fault?.kind === 'status') {
    const told = fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter }
    return new Response(null, { status: fault.status, headers: told })
  }
  return undefined
}

/** What a fault makes of an answer on its way back; `null` drops the connection. */
export const spoilt = async (fault: FaultKind | undefined, response: Response): Promise<Response | null> => {
  const { status } = response
  const headers = { 'content-type': 'application/json' }
  switch (fault?.kind) {
    case 'dropReply':
      return null
    case 'truncate': {
      const text = await response.text()
      return new Response(text.slice(0, Math.floor(text.length / 2)), { status, headers })
    }
    case 'html':
      return new Response('<html><body>Please wait</body></html>', {
        headers: { 'content-type': 'text/html' },
      })
    case 'oversize':
      return new Response(`"${'x'.repeat(tooLong)}"`, { status, headers })
    case 'body':
      return new Response(JSON.stringify(fault.change(await response.json())), { status, headers })
    default:
      return response
  }
}
