import { expect, it } from 'vitest'
import * as z from 'zod'
import { eventTypes, type NaturalKey, naturalKeys, profileOf } from '../../src/domain/index.ts'
import { LifecycleEvent } from '../../src/schemas/index.ts'

interface Json {
  readonly properties?: Readonly<Record<string, { readonly const?: string }>>
  readonly oneOf?: readonly Json[]
  readonly anyOf?: readonly Json[]
}

const { oneOf, anyOf } = z.toJSONSchema(LifecycleEvent, { io: 'input', unrepresentable: 'any' }) as Json
const fieldsOf = (type: string): readonly string[] =>
  Object.keys(
    [...(oneOf ?? []), ...(anyOf ?? [])].find((one) => one.properties?.type?.const === type)?.properties ??
      {},
  )

it('every report has a natural key, and so has the statement, which systems tell like one', () => {
  const reports = eventTypes.filter((type) => profileOf(type).kind === 'report')
  expect(Object.keys(naturalKeys).toSorted()).toEqual([...reports, 'settlement.stated'].toSorted())
})

// a clock has no sender, and no schema
const told = (Object.entries(naturalKeys) as [string, NaturalKey][]).filter(([type]) => type !== 'timer.due')
it.each(told)('the key of %s is made of its own fields', (type, key) => {
  const fields = fieldsOf(type)
  expect([...key.item, ...key.occurrence].filter((field) => !fields.includes(field))).toEqual([])
})
