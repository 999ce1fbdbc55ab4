import type { OpenApi, Operation } from './contracts.ts'
import { misfits, type Schema } from './schema-check.ts'

export interface Asked {
  readonly operationId: string
  /** Parameters of the path and the query, by name. */
  readonly params: Readonly<Record<string, string>>
  readonly body: unknown
}
export interface Reply {
  readonly status: number
  readonly body?: unknown
}
/** What may go wrong with the next request of an operation. */
export type Fault =
  /** Answered so, and nothing was done. */
  | {
      readonly kind: 'status'
      readonly status: number
      readonly body?: unknown
      readonly headers?: HeadersInit
    }
  /** Carried out, and the answer never arrives. */
  | { readonly kind: 'lost' }
  /** Carried out, and nothing arrives until whoever asks gives up. */
  | { readonly kind: 'hangs' }
  /** Carried out, and this is what arrives. */
  | { readonly kind: 'garbled'; readonly text: string }

export interface MockParts {
  readonly contract: OpenApi
  /** By `operationId`; what is missing here is not there to be called. */
  readonly handlers: Readonly<Record<string, (asked: Asked) => Reply>>
  /** Who asks is let in. */
  readonly knows: (headers: Headers) => boolean
  /** What a stranger hears, and whoever asks for nonsense. */
  readonly problem: (status: number) => Reply
}

const jsonOf = (
  content: Readonly<Record<string, { readonly schema?: Schema }>> | undefined,
): Schema | undefined => (content?.['application/json'] ?? content?.['application/problem+json'])?.schema

/** Parameters of a path that fits its template; `undefined`: it does not. */
const fitted = (template: string, path: string): Record<string, string> | undefined => {
  const [names, parts] = [template.split('/'), path.split('/')]
  if (names.length !== parts.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, name] of names.entries()) {
    const part = parts[index] ?? ''
    if (name.startsWith('{') && part !== '') params[name.slice(1, -1)] = decodeURIComponent(part)
    else if (name !== part) return undefined
  }
  return params
}

const asSent = (schema: Schema, text: string): unknown =>
  schema.type === 'integer' || schema.type === 'number' ? Number(text) : text

/**
 * A vendor's API made from its contract: each request is held to it, and each answer. What the contract does not know, or says
 * otherwise, is written down in `wrong`; a test expects nothing there.
 */
export function vendorMock({ contract, handlers, knows, problem }: MockParts) {
  const wrong: string[] = []
  const calls: string[] = []
  const faults = new Map<string, Fault[]>()
  const { schemas } = contract.components
  const base = contract.servers[0]?.url ?? ''

  const operationAt = (method: string, path: string) => {
    const found = Object.entries(contract.paths).flatMap(([template, operations]) => {
      const [params, operation] = [fitted(template, path), operations[method.toLowerCase()]]
      return params && operation ? [{ template, operation, params }] : []
    })
    // a fixed word wins over a parameter
    return found.sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)[0]
  }

  const requestMisfits = (
    operation: Operation,
    params: Record<string, string>,
    body: unknown,
  ): readonly string[] => {
    const { parameters = [], requestBody } = operation
    const declared = parameters.filter((one) => one.in !== 'header')
    const stray = Object.keys(params).filter((name) => !declared.some((one) => one.name === name))
    const schema = jsonOf(requestBody?.content)
    return [
      ...stray.map((name) => `${name} is no parameter`),
      ...declared.flatMap(({ name, required, schema: own }) => {
        const text = params[name]
        if (text === undefined) return required ? [`${name} is missing`] : []
        return misfits(own, asSent(own, text), schemas, name)
      }),
      ...(body !== undefined && !requestBody ? ['there is no body'] : []),
      ...(body === undefined && requestBody?.required ? ['the body is missing'] : []),
      ...(body !== undefined && schema ? misfits(schema, body, schemas, 'body') : []),
    ]
  }

  const held = (operation: Operation, { status, body }: Reply): Reply => {
    const declared = operation.responses[status]
    const schema = jsonOf(declared?.content)
    if (!declared) wrong.push(`${operation.operationId} never answers ${status}`)
    else if (body !== undefined && !schema)
      wrong.push(`${operation.operationId} answers ${status} without a body`)
    else if (schema) wrong.push(...misfits(schema, body, schemas, `answer of ${operation.operationId}`))
    return { status, body }
  }

  const responseOf = ({ status, body }: Reply, headers: HeadersInit = {}): Response =>
    new Response(body === undefined ? null : JSON.stringify(body), { status, headers })

  async function answer(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url)
    const path = pathname.slice(new URL(base).pathname.replace(/\/$/, '').length)
    const found = request.url.startsWith(base) ? operationAt(request.method, path) : undefined
    if (!found) {
      wrong.push(`${request.method} ${path} is not in the contract`)
      return responseOf(problem(404))
    }
    const { operation, template } = found
    const { operationId } = operation
    calls.push(`${request.method} ${template}`)
    const text = await request.text()
    const params = { ...found.params, ...Object.fromEntries(searchParams) }
    const body: unknown = text === '' ? undefined : JSON.parse(text)
    if (!knows(request.headers)) return responseOf(held(operation, problem(401)))
    const fault = faults.get(operationId)?.shift()
    if (fault?.kind === 'status') return responseOf(fault, fault.headers)
    const found400 = requestMisfits(operation, params, body)
    wrong.push(...found400.map((words) => `${operationId}: ${words}`))
    const handler = handlers[operationId]
    if (!handler) wrong.push(`${operationId} is not mocked`)
    const reply = !handler || found400.length > 0 ? problem(400) : handler({ operationId, params, body })
    if (fault?.kind === 'lost') throw new TypeError('fetch failed', { cause: new Error('socket hang up') })
    if (fault?.kind === 'hangs') {
      await new Promise((resolve) => request.signal.addEventListener('abort', resolve))
      throw request.signal.reason
    }
    if (fault?.kind === 'garbled') return new Response(fault.text, { status: 200 })
    return responseOf(held(operation, reply))
  }

  return {
    fetch: ((input, init) => answer(new Request(input, init))) as typeof fetch,
    base,
    /** What does not agree with the contract. */
    wrong,
    /** Each request, as `POST /terminals/{terminalId}/reassign`. */
    calls,
    next: (operationId: string, ...list: readonly Fault[]) => void faults.set(operationId, [...list]),
  }
}
