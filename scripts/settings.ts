// What may be set, read off the schemas: the rows of the reference page for a policy and for catalogues.
import * as z from 'zod'
import {
  closureReasons,
  defaultPolicy,
  documentTypes,
  eventTypes,
  type Locale,
  lengthNames,
  noticeTemplates,
  suspensionReasons,
} from '../src/domain/index.ts'
import { Catalogues, LifecyclePolicy } from '../src/schemas/index.ts'
import { referenceWords } from './reference-words.ts'
import { type SettingsWords, settingsWords } from './settings-words.ts'

/** As much of a JSON Schema as a setting has. */
interface Json {
  readonly type?: string
  readonly const?: string
  readonly enum?: readonly string[]
  readonly anyOf?: readonly Json[]
  readonly items?: Json
  readonly properties?: Readonly<Record<string, Json>>
  readonly propertyNames?: Json
  readonly additionalProperties?: Json | false
  readonly required?: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  readonly format?: string
  readonly pattern?: string
}

const jsonOf = (schema: z.ZodType): Json => z.toJSONSchema(schema, { io: 'input' }) as Json
const policy = jsonOf(LifecyclePolicy).properties ?? {}
const catalogues = jsonOf(Catalogues)

const code = (text: string): string => `\`${text}\``

/** Long lists of codes have a table of their own. */
const lists = {
  closures: closureReasons,
  suspensions: suspensionReasons,
  documents: documentTypes,
  events: eventTypes,
  clocks: lengthNames,
  notices: noticeTemplates,
} as const
const sectionOf = (codes: readonly string[]): keyof typeof lists | undefined => {
  if (codes.includes('*')) return 'suspensions'
  return (Object.keys(lists) as (keyof typeof lists)[]).find(
    (name) => lists[name].length === codes.length && lists[name].every((one) => codes.includes(one)),
  )
}

const isLength = ({ properties }: Json): boolean => properties?.unit?.enum?.includes('workingDays') === true

const typeOf = (json: Json, locale: Locale): string => {
  const { types } = settingsWords[locale]
  const { comma } = referenceWords[locale]
  if (json.const !== undefined) return code(json.const)
  if (json.enum) {
    const section = sectionOf(json.enum)
    return section
      ? types.codesOf(referenceWords[locale].sections[section].title)
      : json.enum.map(code).join(comma)
  }
  if (json.anyOf) return json.anyOf.map((one) => typeOf(one, locale)).join(types.or)
  if (json.items) return types.list(typeOf(json.items, locale))
  if (json.propertyNames && json.additionalProperties)
    return types.per(typeOf(json.propertyNames, locale), typeOf(json.additionalProperties, locale))
  if (json.type === 'boolean') return types.flag
  if (json.type === 'null') return types.nothing
  if (json.type === 'integer') return types.number(json.minimum ?? 0, json.maximum ?? 0)
  if (json.format === 'date') return types.day
  if (json.pattern === '^[A-Z]{3}$') return 'ISO 4217'
  if (json.type === 'string')
    return json.maxLength === undefined ? types.reference : types.text(json.maxLength)
  return json.properties ? Object.keys(json.properties).map(code).join(comma) : types.object
}

const unitOf = (name: string, json: Json, { units }: SettingsWords): string => {
  if (name === 'verifyAttempts') return units.attempts
  if (name === 'maxResubmissions') return units.times
  if (name === 'clocks' || isLength(json)) return units.length
  return name.endsWith('.amount.amount') ? units.minor : ''
}

const standardOf = (name: keyof typeof policy, locale: Locale): string => {
  const { standard } = settingsWords[locale]
  if (name === 'clocks') return standard.clocks
  if (name === 'duties') return standard.below
  const value = defaultPolicy[name as keyof typeof defaultPolicy]
  if (typeof value === 'object' && value !== null && 'unit' in value)
    return referenceWords[locale].units[value.unit](value.amount)
  if (typeof value === 'object' && value !== null && Object.keys(value).length === 0) return standard.none
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
    ? value.map(code).join(referenceWords[locale].comma)
    : code(
        JSON.stringify(value)
          .replaceAll('"', "'")
          .replace(/^'(.*)'$/, '$1'),
      )
}

/** Each key of a policy: name, meaning, type, unit, default. */
export const policyRows = (locale: Locale): readonly (readonly string[])[] =>
  Object.entries(policy).map(([name, json]) => [
    code(name),
    settingsWords[locale].policy[name as keyof SettingsWords['policy']],
    typeOf(json, locale),
    unitOf(name, json, settingsWords[locale]),
    standardOf(name, locale),
  ])

interface Field {
  readonly path: string
  readonly json: Json
  readonly isNeeded: boolean
}

const fieldsOf = ({ properties, required = [], items }: Json, path = ''): readonly Field[] => {
  if (items) return fieldsOf(items, `${path}[]`)
  return Object.entries(properties ?? {}).flatMap(([name, json]) => {
    const here = path === '' ? name : `${path}.${name}`
    return [{ path: here, json, isNeeded: required.includes(name) }, ...fieldsOf(json, here)]
  })
}

/** Each field of the catalogues, by its path. */
export const catalogueFields = fieldsOf(catalogues)

/** Each of them: name, meaning, type, unit, needed or not. */
export const catalogueRows = (locale: Locale): readonly (readonly string[])[] =>
  catalogueFields.map(({ path, json, isNeeded }) => [
    code(path),
    settingsWords[locale].catalogues[path] ?? 'undefined',
    typeOf(json, locale),
    unitOf(path, json, settingsWords[locale]),
    isNeeded ? referenceWords[locale].yes : '',
  ])
