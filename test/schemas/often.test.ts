import { expect, test } from 'vitest'
import * as z from 'zod'
import { readerBy, readOften } from '../../src/schemas/forms/often.ts'
import { parseForm } from '../../src/schemas/index.ts'

const Serial = z.strictObject({ serial: z.string().min(1) })
const values = [{ serial: 'SN-1' }, { serial: '' }, { serial: 'SN-1', more: 1 }, null]

/** A reader that has been asked often. */
const asked = (read: typeof plain) => {
  for (let n = 0; n < 150; n += 1) read(values[0])
  return values.map(read)
}
const plain = (value: unknown) => Serial.safeParse(value)

test('where Zod makes no code of schemas, what is read often is read by the schema, with the same answers', () => {
  expect(asked(readerBy(Serial, undefined))).toStrictEqual(values.map(plain))
})

test('where it does, code is made once, at the hundredth reading, with the same answers', () => {
  const made: unknown[] = []
  const compile = ((schema: typeof Serial) => {
    made.push(schema)
    return z.compile(schema)
  }) as typeof z.compile
  const read = readerBy(Serial, compile)
  for (let n = 1; n < 100; n += 1) read(values[0])
  expect(made).toEqual([])
  expect(asked(read)).toStrictEqual(values.map(plain))
  expect(made).toEqual([Serial])
  expect(asked(readOften(Serial))).toStrictEqual(values.map(plain))
})

test('a form is read by a reader as by its schema, with the same issues, and a secret that the schema would drop is named', () => {
  const Loose = z.object({ serial: z.string().min(1) })
  const read = readOften(Loose)
  for (let n = 0; n < 150; n += 1) parseForm(read, values[0])
  const withSecret = { serial: 'SN-1', password: 'x' }
  expect(parseForm(read, withSecret)).toMatchObject({ issues: [{ path: '/password' }] })
  for (const value of [...values, withSecret, { serial: 1 }])
    expect(parseForm(read, value)).toStrictEqual(parseForm(Loose, value))
})
