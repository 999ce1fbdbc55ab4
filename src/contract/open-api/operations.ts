import { attachment } from '../disposition.ts'
import type { Operation } from '../operation.ts'
import type { Json, SchemaBook } from './schemas.ts'

/** A request and its answer, as a caller writes it and the other side answers it. */
export interface OperationExample {
  readonly input: unknown
  readonly answer: unknown
}

const header = (name: string, required: boolean, description: string, schema: Json): Json => ({
  ...{ name, in: 'header', required, description, schema },
})

const idempotencyKey = header(
  'Idempotency-Key',
  true,
  'The same key again is the same write: it is carried out once, and answered the same.',
  { type: 'string', minLength: 1, maxLength: 200, pattern: '^[!-~]+$' },
)
const ifMatch = header('If-Match', false, 'The version that the caller has seen, as `ETag` gave it.', {
  type: 'string',
  pattern: '^("[0-9]{1,15}"|\\*)$',
})

const contentRange = header(
  'Content-Range',
  false,
  'Where the bytes stand in the document; left out, they are all of it.',
  { type: 'string', pattern: '^bytes [0-9]{1,15}-[0-9]{1,15}/[0-9]{1,15}$' },
)
const binary: Json = { type: 'string', format: 'binary' }

const memberOf = (example: OperationExample | undefined, name: string): Json => {
  const input = (example?.input ?? {}) as Json
  return name in input ? { example: input[name] } : {}
}

/** Several values of one parameter travel with commas between them. */
const listed = (schema: Json): Json => {
  const several = (schema.anyOf as readonly Json[] | undefined)?.find(({ type }) => type === 'array')
  return several
    ? { schema: { type: 'array', items: several.items }, style: 'form', explode: false }
    : { schema }
}

const parametersOf = (row: Operation, book: SchemaBook, example?: OperationExample): readonly Json[] => [
  ...book.members(row.params).map(([name, schema]) => ({
    ...{ name, in: 'path', required: true, schema },
    ...memberOf(example, name),
  })),
  ...book.members(row.query).map(([name, schema, required]) => ({
    ...{ name, in: 'query', required, ...listed(schema) },
    ...memberOf(example, name),
  })),
  ...(row.method === 'GET' ? [] : [idempotencyKey]),
  ...(row.ranged ? [contentRange] : []),
  ...(row.versioned ? [ifMatch] : []),
]

const bodyExample = (row: Operation, book: SchemaBook, { input }: OperationExample): Json => {
  const outside = [...book.members(row.params), ...book.members(row.query)].map(([name]) => name)
  const members = Object.entries(input as Json).filter(([name]) => !outside.includes(name))
  return Object.fromEntries(members)
}

const requestBody = (row: Operation, book: SchemaBook, example?: OperationExample): Json => {
  if (!row.body) return {}
  const content = row.media
    ? { schema: binary }
    : {
        schema: book.refer(row.body),
        ...(example && { example: bodyExample(row, book, example) }),
      }
  return { requestBody: { required: true, content: { [row.media ?? 'application/json']: content } } }
}

const version = { description: 'The version of the case.', schema: { type: 'string' } }

/** How a document is called, where its bytes are the answer. */
const disposition = (example: OperationExample | undefined): Json => {
  const { name } = (example?.answer ?? {}) as { name?: string }
  return {
    description: 'An attachment always, under the name that its sender gave it.',
    schema: { type: 'string' },
    ...(name !== undefined && { example: attachment(name) }),
  }
}

const good = (row: Operation, book: SchemaBook, example?: OperationExample): Json => ({
  description: row.summary,
  ...(row.versioned && { headers: { ETag: version } }),
  ...(row.replyMedia && { headers: { 'Content-Disposition': disposition(example) } }),
  content: row.replyMedia
    ? Object.fromEntries(row.replyMedia.map((type) => [type, { schema: binary }]))
    : { 'application/json': { schema: book.refer(row.reply), ...(example && { example: example.answer }) } },
})

const problem = (name: string): Json => ({ $ref: `#/components/responses/${name}` })

const responsesOf = (row: Operation, book: SchemaBook, example?: OperationExample): Json => ({
  [row.status ?? 200]: good(row, book, example),
  401: problem('Unauthenticated'),
  404: problem('NotFound'),
  ...(row.method !== 'GET' && { 409: problem('Refused') }),
  ...(row.versioned && { 412: problem('Stale') }),
  422: problem('Invalid'),
  default: problem('Problem'),
})

export const operationOf = (row: Operation, book: SchemaBook, example?: OperationExample): Json => ({
  operationId: row.name,
  summary: row.summary,
  ...(row.errors && { description: `May be refused with ${row.errors.join(', ')}.` }),
  tags: [row.side],
  parameters: parametersOf(row, book, example),
  ...requestBody(row, book, example),
  responses: responsesOf(row, book, example),
})
