import fc, { type Arbitrary } from 'fast-check'

type Members = Readonly<Record<string, unknown>>

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const ofAnotherType = (value: unknown): unknown => (typeof value === 'number' ? String(value) : 42)

/** One thing of a value changed, so that it hardly fits any more. */
export const nearMiss = (values: Arbitrary<unknown>): Arbitrary<unknown> =>
  fc
    .tuple(values, fc.nat(), fc.constantFrom('missing', 'type', 'null', 'more'))
    .map(([value, place, how]) => {
      if (!isMembers(value)) return how === 'null' ? null : ofAnotherType(value)
      if (how === 'more') return { ...value, ofNobodyKnown: place }
      const names = Object.keys(value)
      const name = names[place % Math.max(1, names.length)]
      if (name === undefined) return null
      const { [name]: taken, ...rest } = value
      if (how === 'missing') return rest
      return { ...value, [name]: how === 'null' ? null : ofAnotherType(taken) }
    })
