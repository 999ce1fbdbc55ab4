import { describe, expect, it } from 'vitest'
import { house } from '../backend/house.ts'
import { type FieldName, fieldNames } from './forty-one/names.ts'
import { rowCases } from './forty-one/rows.ts'
import { type Case, shortcutCases } from './forty-one/shortcuts.ts'

/** What each does, seen by who reads the case afterwards. A name without a line does not compile. */
const cases: { readonly [Name in FieldName]: Case } = { ...rowCases, ...shortcutCases }

it('There are forty-one, each a method of the client', async () => {
  const client = (await house()).as('m1')
  expect(new Set(fieldNames).size).toBe(41)
  expect(Object.keys(cases).sort()).toEqual([...fieldNames].sort())
  for (const name of fieldNames) expect(client[name]).toBeTypeOf('function')
})

describe.each(fieldNames)('%s', (name) => {
  it('does what its name says, against a real back end', async () => {
    const { as, world } = await house()
    await cases[name]({ ...world, as, world })
  })
})
