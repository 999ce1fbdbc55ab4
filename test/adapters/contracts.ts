import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Definitions, Schema } from './schema-check.ts'

interface Content {
  readonly schema?: Schema
}
export interface Operation {
  readonly operationId: string
  readonly parameters?: readonly {
    readonly in: string
    readonly name: string
    readonly required?: boolean
    readonly schema: Schema
  }[]
  readonly requestBody?: {
    readonly required?: boolean
    readonly content: Readonly<Record<string, Content>>
  }
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Content>> }>>
}
/** A contract that somebody else wrote, as far as a mock needs it. */
export interface OpenApi {
  readonly servers: readonly { readonly url: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Definitions }
}

/** They belong to others and lie beside this project, where somebody has put them. */
const published = (name: string): OpenApi | undefined => {
  const file = fileURLToPath(new URL(`../../../shared/contracts/${name}`, import.meta.url))
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

export const adyenContract = published('adyen-terminal-lifecycle.json')
export const sumupContract = published('sumup-readers.json')

export const notHere =
  'the contract of the vendor is not here: put it into ../shared/contracts to run this too'

/** Where an excerpt says other than the whole that it was taken from; empty: nowhere. */
export function differences(excerpt: unknown, whole: unknown, path = ''): readonly string[] {
  if (typeof excerpt !== 'object' || excerpt === null) return Object.is(excerpt, whole) ? [] : [path]
  if (typeof whole !== 'object' || whole === null) return [path]
  if (Array.isArray(excerpt)) {
    const others = whole as readonly unknown[]
    return excerpt.flatMap((item, index) =>
      others.some((other) => differences(item, other).length === 0) ? [] : [`${path}/${index}`],
    )
  }
  const members = whole as Readonly<Record<string, unknown>>
  return Object.entries(excerpt).flatMap(([name, item]) =>
    differences(item, members[name], `${path}/${name}`),
  )
}
