import { matchPath, type Operation, operations, type Side } from '../contract/index.ts'
import { ProblemError } from './problem-error.ts'

export interface Route {
  readonly row: Operation
  /** From the path, decoded. */
  readonly parameters: Readonly<Record<string, string>>
}

/**
 * The row of a request.
 *
 * @throws ProblemError 404 when no path fits, 405 when only another method would.
 */
export const routeOf = (request: Request, basePath: string, side: Side | undefined): Route => {
  const { pathname } = new URL(request.url)
  const path = pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : undefined
  const fitting: Route[] = []
  for (const row of operations) {
    const parameters =
      path !== undefined && (!side || row.side === side) ? matchPath(row.path, path) : undefined
    if (parameters) fitting.push({ row, parameters })
  }
  const route = fitting.find(({ row }) => row.method === request.method)
  if (route) return route
  if (fitting.length === 0) throw new ProblemError('NOT_FOUND', 404)
  const allow = fitting.map(({ row }) => row.method).join(', ')
  throw new ProblemError('METHOD_NOT_ALLOWED', 405, { headers: { allow } })
}
