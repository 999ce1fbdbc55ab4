import { operations } from './contract.ts'
import { type OperationExample, operationOf } from './open-api/operations.ts'
import { type Json, schemaBook } from './open-api/schemas.ts'
import type { Operation, Side } from './operation.ts'
import { Problem } from './problem.ts'

/** What the document says of itself, and which part of the contract it has. */
export interface OpenApiOptions {
  /** Of the document; a license belongs to it where the document is published. */
  readonly info: { readonly title: string; readonly version: string; readonly [more: string]: unknown }
  /** Where it is served. @default `[{ url: '/v1' }]` */
  readonly servers?: readonly { readonly url: string; readonly description?: string }[]
  /** One side only. @default both */
  readonly side?: Side
  /** A request and its answer for some operations, by name. */
  readonly examples?: Readonly<Record<string, OperationExample>>
}

const tags: Readonly<Record<Side, string>> = {
  portal: 'What portals, agents, reviewers and other people call.',
  systems: "What the record's orders call in the acquirer's own systems.",
}

const problems: Readonly<Record<string, string>> = {
  Unauthenticated: 'Credentials are missing or not accepted: UNAUTHENTICATED.',
  NotFound: 'There is no such thing, or it is not the caller’s: NOT_FOUND.',
  Refused: 'Something stands in the way: each blocker has a code, an owner and the events that clear it.',
  Stale: 'The case has changed since the version in `If-Match`: STALE_VERSION.',
  Invalid: 'The request is not valid: each issue has a path and a code.',
  Problem: 'Any other problem; `code` tells them apart.',
}

const pathsOf = (rows: readonly Operation[], paint: (row: Operation) => Json): Json => {
  const paths: Record<string, Json> = {}
  for (const row of rows) paths[row.path] = { ...paths[row.path], [row.method.toLowerCase()]: paint(row) }
  return paths
}

/**
 * The contract as OpenAPI 3.1, plain JSON. Enumerations of replies are open: new members may come, and clients made from the
 * document must expect them. Rules that JSON Schema cannot say, such as those over several fields of a form, are named in `x-rules`
 * where they apply.
 *
 * @example JSON.stringify(toOpenApi({ info: { title: 'Acquirer', version: '1' }, side: 'portal' }))
 */
export const toOpenApi = ({
  info,
  servers = [{ url: '/v1' }],
  side,
  examples = {},
}: OpenApiOptions): Json => {
  const rows = operations.filter((row) => side === undefined || row.side === side)
  const book = schemaBook(rows)
  const content = { 'application/problem+json': { schema: book.refer(Problem as never) } }
  return {
    openapi: '3.1.1',
    info,
    servers,
    tags: [...new Set(rows.map((row) => row.side))].map((name) => ({ name, description: tags[name] })),
    security: [{ bearer: [] }, { signature: [] }],
    paths: pathsOf(rows, (row) => operationOf(row, book, examples[row.name])),
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        signature: { type: 'apiKey', in: 'header', name: 'x-signature' },
      },
      responses: Object.fromEntries(
        Object.entries(problems).map(([name, description]) => [name, { description, content }]),
      ),
      schemas: book.components,
    },
  }
}
