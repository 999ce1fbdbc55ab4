import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { unconditional } from '../../src/schemas/forms/unconditional.ts'
import { readOften } from '../../src/schemas/index.ts'
import { eventSchemas } from '../support/told-events.ts'

type Members = Readonly<Record<string, unknown>>
type Line = { readonly cause: Members & { readonly type?: string } }

const told = globSync('test/golden/2/*.journal.jsonl')
  .flatMap((file) => readFileSync(file, 'utf8').trimEnd().split('\n'))
  .map((line) => (JSON.parse(line) as Line).cause)
  .map(({ by: _by, at: _at, seq: _seq, ...event }): Members => event)

/** Rules in a schema that are asked on a condition. */
const conditionsIn = (part: unknown, above: readonly unknown[] = []): number => {
  if (typeof part !== 'object' || part === null || above.includes(part)) return 0
  const { _zod } = part as { readonly _zod?: { readonly def: Members } }
  if (_zod?.def.check === 'custom') return _zod.def.when === undefined ? 0 : 1
  const members = _zod ? [_zod.def] : Object.values(part)
  return members.reduce((sum: number, member) => sum + conditionsIn(member, [...above, part]), 0)
}

const ruled = eventSchemas.filter(([, schema]) => conditionsIn(schema) > 0)

/** A field of one request in another one: each is well formed, but they do not fit each other. */
const mixed = (events: readonly Members[]): readonly Members[] =>
  events.flatMap((event) =>
    events.flatMap((other) =>
      Object.entries((other.request ?? {}) as Members).map(([name, value]) => ({
        ...event,
        request: { ...(event.request as Members), [name]: value },
      })),
    ),
  )

const eachObject = (value: unknown, write: (members: Members) => Members): Members => {
  if (typeof value !== 'object' || value === null) return value as never
  if (Array.isArray(value)) return value.map((item) => eachObject(item, write)) as never
  const members = Object.entries(value).map(([name, member]) => [name, eachObject(member, write)] as const)
  return write(Object.fromEntries(members))
}
/** No paper has this fact. */
const misread = (event: Members) =>
  eachObject(event, (members) =>
    'digest' in members && 'id' in members ? { ...members, facts: { never: 1 } } : members,
  )
/** What no rule reads is no text any more. */
const mistyped = (event: Members) =>
  eachObject(event, (members) => ({
    ...members,
    ...('id' in members && { id: 7 }),
    ...('merchantName' in members && { merchantName: 7 }),
  }))

const answer = <Output>(read: z.ZodSafeParseResult<Output>) =>
  read.success ? { data: read.data } : { issues: read.error.issues }

test('no rule of an event is asked on a condition where Zod makes code of it', () => {
  for (const [type, schema] of eventSchemas) {
    expect(conditionsIn(unconditional(schema)), type).toBe(0)
    expect(() => z.compile(unconditional(schema), { strict: true }), type).not.toThrow()
  }
  expect(ruled.map(([type]) => type)).toEqual(
    expect.arrayContaining(['closure.requested', 'document.added', 'settlement.stated']),
  )
})

test('what a rule says is said as ever by what is read often: of that alone, and beside what else is wrong', () => {
  let broken = 0
  for (const [type, schema] of ruled) {
    const events = told.filter((event) => event.type === type).slice(0, 4)
    const read = readOften(schema)
    for (let n = 0; n < 100; n += 1) read(events[0])
    const unfit = [...mixed(events), ...events.map(misread)]
    for (const event of [...events, ...unfit, ...unfit.map(mistyped)]) {
      const plainly = schema.safeParse(event)
      expect(answer(read(event)), JSON.stringify(event)).toStrictEqual(answer(plainly))
      if (!plainly.success && plainly.error.issues.every(({ code }) => code === 'custom')) broken += 1
    }
  }
  expect(broken).toBeGreaterThan(40)
})

test('a schema that holds itself is read often all the same', () => {
  const Part = z.strictObject({
    name: z.string(),
    get parts() {
      return z.array(Part)
    },
  })
  const read = readOften(Part)
  const values = [
    { name: 'a', parts: [{ name: 'b', parts: [] }] },
    { name: 'a', parts: [{ name: 7 }] },
  ]
  for (let n = 0; n < 100; n += 1) read(values[0])
  expect(values.map(read).map(answer)).toStrictEqual(values.map((value) => answer(Part.safeParse(value))))
})
