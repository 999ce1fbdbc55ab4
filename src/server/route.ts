import { matchPath, type Operation, operations, type Side } from '../contract/index.ts'
import { ProblemError } from './problem-error.ts'
import { isPlainTarget } from './target.ts'

export interface Route {
  readonly row: Operation
  /** From the path, decoded. */
  readonly parameters: Readonly<Record<string, string>>
  readonly query: URLSearchParams
}

/**
 * The row of a request.
 *
 * @throws ProblemError 400 for a path that others may read differently, 404 when no path fits, 405 when only another method would.
 */
export const routeOf = (request: Request, basePath: string, side: Side | undefined): Route => {
  const { pathname, search, searchParams: query } = new URL(request.url)
  if (!isPlainTarget(pathname + search)) throw new ProblemError('MALFORMED_REQUEST')
  const path = pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : undefined
  const fitting: Route[] = []
  for (const row of operations) {
    const parameters =
      path !== undefined && (!side || row.side === side) ? matchPath(row.path, path) : undefined
    if (parameters) fitting.push({ row, parameters, query })
  }
  const route = fitting.find(({ row }) => row.method === request.method)
  if (route) return route
  if (fitting.length === 0) throw new ProblemError('NOT_FOUND')
  const allow = fitting.map(({ row }) => row.method).join(', ')
  throw new ProblemError('METHOD_NOT_ALLOWED', { headers: { allow } })
}
