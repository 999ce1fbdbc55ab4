// What goes into each operation and each event, in the notation of types, read off docs/open-api.json's own schemas.
import { operations, toOpenApi } from '../src/contract/index.ts'
import { eventTypes } from '../src/domain/index.ts'
import { code, type Section, table } from './reference-kit.ts'

interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
}

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly schema: Schema
}

interface Operation {
  readonly operationId: string
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
}

const document = toOpenApi({ info: { title: '', version: '' } }) as unknown as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}
const { schemas } = document.components
const named = ({ $ref = '' }: Schema): string => $ref.slice('#/components/schemas/'.length)

/** Longer choices stand in the tables of codes, under their own heading. */
const mostChoices = 6

const notation = (schema: Schema): string => {
  if (schema.$ref) return named(schema)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) {
    const shown = schema.enum.slice(0, mostChoices).map((one) => JSON.stringify(one))
    return [...shown, ...(schema.enum.length > mostChoices ? ['…'] : [])].join(' | ')
  }
  const union = schema.oneOf ?? schema.anyOf
  if (union) return [...new Set(union.map(notation))].join(' | ')
  if (schema.allOf) return schema.allOf.map(notation).join(' & ')
  if (schema.items) return `${notation(schema.items)}[]`.replace(/^(.* \| .*)\[\]$/, '($1)[]')
  if (schema.properties) return `{ ${fields(schema).join(', ')} }`
  return schema.type ?? 'unknown'
}

/** `name: type`, with a question mark where it may be left out. */
const fields = ({ properties = {}, required = [] }: Schema): readonly string[] =>
  Object.entries(properties).map(
    ([name, schema]) => `${name}${required.includes(name) ? '' : '?'}: ${notation(schema)}`,
  )

const members = (schema: Schema | undefined): readonly string[] => {
  if (!schema) return []
  const target = schemas[named(schema)] ?? schema
  if (target.properties) return fields(target)
  // Each way to write the body, where there are several.
  const ways = target.oneOf ?? target.anyOf
  return ways ? ways.map((way) => notation(schemas[named(way)] ?? way)) : [`body: ${notation(schema)}`]
}

const pascal = (type: string): string =>
  type.replaceAll(/(?:^|[._])([a-z])/g, (_, letter: string) => letter.toUpperCase())

const list = (items: readonly string[]): string => items.map(code).join('<br>')

/** What each event carries beside its type. */
export const payloads: Section = (_, { heads }) => [
  'payloads',
  table(
    [heads.code, heads.params],
    eventTypes.map((type) => {
      const { type: __, ...properties } = schemas[`${pascal(type)}Event`]?.properties ?? {}
      const { required = [] } = schemas[`${pascal(type)}Event`] ?? {}
      return [code(type), list(fields({ properties, required }))]
    }),
  ),
]

/** What portals and people call. */
export const portalOperations: Section = (_, { heads }) => [
  'operations',
  table(
    [heads.code, heads.request, heads.params, heads.refusals],
    operations
      .filter(({ side }) => side === 'portal')
      .map(({ name, method, path, errors = [] }) => {
        const { parameters = [], requestBody } = document.paths[path]?.[method.toLowerCase()] ?? {}
        const [[media, content] = []] = Object.entries(requestBody?.content ?? {})
        const given = parameters
          .filter((parameter) => parameter.in !== 'header')
          .map(({ name: own, required, schema }) => `${own}${required ? '' : '?'}: ${notation(schema)}`)
        return [
          code(name),
          code(`${method} ${path}`),
          list([
            ...given,
            ...(media === 'application/octet-stream' ? ['content: bytes'] : members(content?.schema)),
          ]),
          errors.map(code).join(', '),
        ]
      }),
  ),
]
