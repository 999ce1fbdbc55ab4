import * as z from 'zod'
import { operations } from './contract.ts'
import type { Operation, Schema } from './operation.ts'
import { Problem } from './problem.ts'

/** Plain JSON. */
type Json = Record<string, unknown>

/** What is written by the caller; bytes have no JSON Schema and stand as anything. */
const jsonSchema = (schema: Schema): Json =>
  // Rows know their schemas only by type; each of them is a Zod schema.
  z.toJSONSchema(schema as z.core.$ZodType, { io: 'input', unrepresentable: 'any', reused: 'inline' })

const properties = (schema: Schema | undefined): readonly [string, unknown, boolean][] => {
  const { properties: members = {}, required = [] } = schema ? jsonSchema(schema) : {}
  return Object.entries(members as Json).map(([name, inner]) => [
    name,
    inner,
    (required as string[]).includes(name),
  ])
}

const parameters = (row: Operation): readonly Json[] => [
  ...properties(row.params).map(([name, schema]) => ({ name, in: 'path', required: true, schema })),
  ...properties(row.query).map(([name, schema, required]) => ({ name, in: 'query', required, schema })),
  ...(row.method === 'GET'
    ? []
    : [
        { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', maxLength: 200 } },
      ]),
  ...(row.versioned ? [{ name: 'If-Match', in: 'header', required: false, schema: { type: 'string' } }] : []),
]

const bodyOf = (row: Operation): Json | undefined => {
  if (!row.body) return undefined
  const schema = row.media ? { type: 'string', format: 'binary' } : jsonSchema(row.body)
  return { required: true, content: { [row.media ?? 'application/json']: { schema } } }
}

const operationOf = (row: Operation): Json => ({
  operationId: row.name,
  summary: row.summary,
  tags: [row.side],
  parameters: parameters(row),
  ...(row.body && { requestBody: bodyOf(row) }),
  responses: {
    [row.status ?? 200]: {
      description: 'Done',
      content: { 'application/json': { schema: jsonSchema(row.reply) } },
    },
    default: {
      description: `Refused${row.errors ? `: ${row.errors.join(', ')}` : ''}`,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  },
})

/**
 * The contract as OpenAPI 3.1, plain JSON. Enumerations of replies are open: new members may come.
 *
 * @param info title and version of the document.
 * @example JSON.stringify(toOpenApi({ title: 'Acquirer', version: '1' }))
 */
export const toOpenApi = (info: { readonly title: string; readonly version: string }): Json => {
  const paths: Record<string, Json> = {}
  for (const row of operations) {
    paths[row.path] = { ...paths[row.path], [row.method.toLowerCase()]: operationOf(row) }
  }
  return { openapi: '3.1.0', info, paths, components: { schemas: { Problem: jsonSchema(Problem) } } }
}
