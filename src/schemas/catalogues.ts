import * as z from 'zod'
import {
  audiences,
  blanksIn,
  chargeKinds,
  type Catalogues as DomainCatalogues,
  locales,
  noticeTemplates,
  noticeValues,
  procedureProcesses,
} from '../domain/index.ts'
import { InvalidInputError } from '../errors/index.ts'
import { dated, periodHolds } from './dated.ts'
import { crossField } from './forms/cross-field.ts'
import { Channel, Letter, Line, Prose } from './forms/fields.ts'
import { judgement } from './forms/judged.ts'
import { parseForm } from './forms.ts'
import { Count, listOf, Money, Reference, Text } from './primitives.ts'

/** No two entries that would be each other's double: what tells them apart is in their key. */
const told = <Form extends object, Key extends keyof Form & string>(
  list: Key,
  keyOf: (
    entry: NonNullable<Form[Key]> extends readonly (infer Entry)[] ? Entry : never,
  ) => readonly unknown[],
) =>
  crossField<Form>()({
    code: 'DUPLICATE_ITEM',
    reads: [list],
    holds: (form) => {
      const keys = ((form[list] ?? []) as readonly never[]).map((entry) => JSON.stringify(keyOf(entry)))
      return new Set(keys).size === keys.length
    },
  })

const words = z
  .strictObject(Object.fromEntries(locales.map((locale) => [locale, Prose.optional()])) as OfLocales)
  .check(
    z.refine((own) => locales.some((locale) => own[locale] !== undefined), {
      params: { code: 'REQUIRED' },
    }),
  )
type OfLocales = Record<(typeof locales)[number], z.ZodOptional<typeof Prose>>

const scope = { process: z.enum(procedureProcesses).optional(), model: Text.optional() } as const

const Procedure = z
  .strictObject({
    version: Reference,
    ...scope,
    channels: listOf(Channel, { min: 1, max: 20 }).optional(),
    steps: listOf(words, { max: 100 }).optional(),
    ...dated,
  })
  .check(periodHolds)

const Price = z.strictObject({ kind: z.enum(chargeKinds), ...scope, amount: Money })
const feeTable = z.strictObject({
  version: Reference,
  prices: listOf(Price, { max: 500 }).optional(),
  ...dated,
})
const FeeTable = feeTable.check(
  periodHolds,
  told<z.output<typeof feeTable>, 'prices'>('prices', ({ kind, process: of, model }) => [kind, of, model]),
)

const accessories = z.strictObject({
  model: Text,
  items: listOf(z.strictObject({ name: Text, count: Count }), { max: 20 }),
  ...dated,
})
const ModelAccessories = accessories.check(
  periodHolds,
  told<z.output<typeof accessories>, 'items'>('items', ({ name }) => [name]),
)

/** Braces name what is filled in; any other use of them would be printed as it stands. */
const bracesHold = judgement(
  (text) => {
    if (/[{}]/.test(text.replaceAll(/\{\w+\}/g, ''))) return 'INVALID_FORMAT'
    // a name that no notice knows would never be said
    return blanksIn(text).every((name) => noticeValues.some((known) => known === name))
      ? undefined
      : 'NOT_ALLOWED_VALUE'
  },
  ['INVALID_FORMAT', 'NOT_ALLOWED_VALUE'],
)

const NoticeWording = z
  .strictObject({
    template: z.enum(noticeTemplates),
    locale: z.enum(locales),
    audience: z.enum(audiences).optional(),
    subject: Line.check(bracesHold),
    body: Letter.check(bracesHold),
    ...dated,
  })
  .check(periodHolds)

const shape = z
  .strictObject({
    procedures: listOf(Procedure, { max: 1000 }),
    feeTables: listOf(FeeTable, { max: 200 }),
    accessories: listOf(ModelAccessories, { max: 1000 }),
    notices: listOf(NoticeWording, { max: 1000 }),
  })
  .partial()
type Shape = z.output<typeof shape>

/** What an acquirer publishes, as a configuration file holds it. */
export const Catalogues: z.ZodType<DomainCatalogues, DomainCatalogues> = shape.check(
  told<Shape, 'procedures'>('procedures', ({ version, process: of, model }) => [version, of, model]),
  told<Shape, 'feeTables'>('feeTables', ({ version }) => [version]),
  told<Shape, 'accessories'>('accessories', ({ model, from }) => [model, from]),
  told<Shape, 'notices'>('notices', ({ template, locale, audience, from }) => [
    template,
    locale,
    audience,
    from,
  ]),
)
export type Catalogues = DomainCatalogues

/**
 * Catalogues from a configuration file, for `createRuntime({ catalogues })`.
 *
 * @throws InvalidInputError naming each entry that is unknown, out of range or there twice.
 * @example cataloguesFrom({ procedures: [{ version: '2026-1', from: '2026-01-01', channels: ['online', 'post'] }] })
 */
export const cataloguesFrom = (input: unknown): DomainCatalogues => {
  const result = parseForm(Catalogues, input)
  if (!result.success) throw new InvalidInputError({ issues: result.issues })
  return result.data
}
