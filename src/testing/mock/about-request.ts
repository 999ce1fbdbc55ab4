import { matchPath, operations } from '../../contract/index.ts'
import type { About } from './faults.ts'

/** What a request is about, before anybody has judged it. */
export const aboutRequest = (request: Request, basePath: string): About => {
  const { pathname } = new URL(request.url)
  const path = pathname.startsWith(basePath) ? pathname.slice(basePath.length) : ''
  const row = operations.find(({ method, path: form }) => method === request.method && matchPath(form, path))
  return { operation: row?.name, key: request.headers.get('idempotency-key') ?? undefined }
}
