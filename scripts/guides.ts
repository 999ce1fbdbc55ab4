// node scripts/guides.ts: writes the tables of docs/guides/your-own-systems.md and its Chinese sister, from the schemas that the
// runtime reads orders and answers by, and the code of the example. test/docs holds them to what it would write today.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  clockProfiles,
  type EventType,
  type Locale,
  locales,
  type OrderKind,
  orderAnswers,
  orderKinds,
  resultClockOf,
  textOf,
} from '../src/domain/index.ts'
import { LifecycleEvent, orderParams } from '../src/schemas/index.ts'
import { guideWords } from './guide-words.ts'
import { code, table } from './reference-kit.ts'
import { referenceWords } from './reference-words.ts'

export const guideFile = (locale: Locale): string =>
  fileURLToPath(
    new URL(`../docs/guides/your-own-systems${locale === 'en' ? '' : `.${locale}`}.md`, import.meta.url),
  )

interface ObjectSchema {
  readonly shape: Readonly<Record<string, { safeParse(value: unknown): { success: boolean } }>>
}
// The schema of all events says its type and hides its parts.
interface AnyEvent {
  readonly _zod: { readonly def: { readonly out: { readonly options: readonly ObjectSchema[] } } }
}
const schemas = (LifecycleEvent as unknown as AnyEvent)._zod.def.out.options

/** As it has to be written: `keys.removed { serial, method, orderId? }`. */
const eventText = (type: EventType): string => {
  const schema = schemas.find(({ shape }) => shape.type?.safeParse(type).success)
  const fields = Object.entries(schema?.shape ?? {})
    .filter(([name]) => name !== 'type')
    .map(([name, field]) => (field.safeParse(undefined).success ? `${name}?` : name))
  return code(`${type} { ${fields.join(', ')} }`)
}

const paramsOf = (kind: OrderKind): readonly string[] => Object.keys(orderParams[kind].shape)

/** What is waited for, and how long, once the order was accepted. */
const overdue = (kind: OrderKind, locale: Locale): string => {
  const name = kind === 'disableAcceptance' ? 'disableConfirmDue' : resultClockOf(kind)
  if (!name) return ''
  const { amount, unit } = clockProfiles[name]
  return referenceWords[locale].units[unit](amount)
}

const ordersTable = (locale: Locale): string => {
  const { heads, facts } = guideWords[locale]
  return table(
    [heads.order, heads.params, heads.answer, heads.overdue],
    orderKinds.map((kind) => [
      `${code(kind)} ${textOf('order', kind, locale)}`,
      paramsOf(kind).map(code).join(', '),
      orderAnswers[kind].length > 0
        ? orderAnswers[kind].map(code).join(', ')
        : code('[]') + (facts[kind] ?? ''),
      overdue(kind, locale),
    ]),
  )
}

const paramsTable = (locale: Locale): string => {
  const { heads, params } = guideWords[locale]
  const names = [...new Set(orderKinds.flatMap(paramsOf))]
  return table(
    [heads.param, heads.meaning],
    names.map((name) => [code(name), params[name] ?? '']),
  )
}

const answersTable = (locale: Locale): string => {
  const { heads } = guideWords[locale]
  const types = [...new Set(Object.values(orderAnswers).flat())]
  return table(
    [heads.event, heads.meaning],
    types.map((type) => [eventText(type), textOf('event', type, locale)]),
  )
}

const tables: Readonly<Record<string, (locale: Locale) => string>> = {
  orders: ordersTable,
  params: paramsTable,
  answers: answersTable,
}

/** The example, in the parts that its blank lines make. */
export const exampleParts: readonly string[] = readFileSync(
  new URL('../examples/your-own-systems/services.ts', import.meta.url),
  'utf8',
)
  .trimEnd()
  .split('\n\n')

const partWith = (words: string): string => {
  const part = exampleParts.find((one) => one.includes(words))
  if (part === undefined) throw new Error(`The example says nowhere ${words}`)
  return part
}

/** A guide with today's tables, and today's code of the example, between its marks. */
export const writtenAgain = (text: string, locale: Locale): string =>
  text
    .replace(
      /(<!-- table: (\w+) -->\n)[\s\S]*?(<!-- end -->)/g,
      (_, start, name, end) => `${start}\n${tables[name]?.(locale)}\n\n${end}`,
    )
    .replace(
      /(<!-- code: (.+) -->\n)[\s\S]*?(<!-- end -->)/g,
      (_, start, words, end) => `${start}\n\`\`\`ts\n${partWith(words)}\n\`\`\`\n\n${end}`,
    )

if (import.meta.main)
  for (const locale of locales) {
    const file = guideFile(locale)
    writeFileSync(file, writtenAgain(readFileSync(file, 'utf8'), locale))
  }
