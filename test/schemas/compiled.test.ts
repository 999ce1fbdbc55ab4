import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { ClosureRequest, LifecycleEvent, parseForm } from '../../src/schemas/index.ts'
import { eventSchemas } from '../support/told-events.ts'
import { closure } from './examples/requests.ts'

type Members = Record<string, unknown>

type Line = { readonly cause?: Members; readonly actor?: unknown }

/** As they were sent: who told an event, and when, is stamped on later. */
const told: readonly Members[] = globSync('test/golden/2/*.journal.jsonl')
  .flatMap((file) => readFileSync(file, 'utf8').trimEnd().split('\n'))
  .map((line) => JSON.parse(line) as Line)
  .flatMap(({ cause, actor }) => (cause && actor && !('timer' in cause) ? [cause] : []))
  .map(({ by: _by, at: _at, seq: _seq, ...event }) => event)

const pan = '4111111111111111'

/** What senders get wrong, by accident and on purpose. */
const spoilt = (event: Members): readonly unknown[] => {
  const [, name = 'x'] = Object.keys(event)
  const { [name]: _gone, ...without } = event
  return [
    without,
    ...[undefined, null, '', pan, 7, -1, 1e21, [], {}, [event], 'x'.repeat(600)].map((value) => ({
      ...event,
      [name]: value,
    })),
    { ...event, password: 'x' },
    { ...event, [pan]: 1 },
    { ...event, documents: [{ id: pan, type: 'other', digest: 'x', facts: { [pan]: pan } }] },
    Object.create(event),
    Object.assign(Object.create({ inherited: 1 }), event),
  ]
}

const strange = [undefined, null, true, 0, '', 'keys.removed', [], {}, [told[0]], new Map(), () => undefined]
const types = [...eventSchemas.map(([type]) => type), 'constructor', '__proto__', 'toString', pan, 7, null]

test('events are read by the schema of their type as by the whole: the same answers, codes and paths', () => {
  // A clone has no parser of its own.
  const whole = z.clone(LifecycleEvent as unknown as z.ZodPipe) as unknown as typeof LifecycleEvent
  const events = [...told, ...told.filter((_, place) => place % 20 === 0).flatMap(spoilt)]
  // What is read often is read by code that is made of the schema.
  const first = new Map(told.map((event) => [event.type, event]))
  for (const event of first.values()) for (let n = 0; n < 100; n += 1) LifecycleEvent.safeParse(event)
  let taken = 0
  for (const event of [...events, ...strange, ...types.map((type) => ({ type }))]) {
    const [read, byWhole] = [parseForm(LifecycleEvent, event), parseForm(whole, event)]
    expect(read, JSON.stringify(event)).toStrictEqual(byWhole)
    if (read.success) taken += 1
  }
  expect(taken).toBeGreaterThanOrEqual(told.length)
})

test('a form that has no blank field is read as one that is copied field by field', () => {
  const forms = spoilt(closure() as unknown as Members)
  const { out } = (ClosureRequest as unknown as z.ZodPipe)._zod.def
  for (const form of [closure(), ...forms.filter((form) => Object.getPrototypeOf(form) === Object.prototype)])
    if (!JSON.stringify(form).includes('""'))
      expect(parseForm(ClosureRequest, form)).toStrictEqual(parseForm(out as z.ZodType, form))
})

test('what a form inherits is none of its fields, and one that holds itself has an end', () => {
  const { contact, ...form } = closure()
  expect(parseForm(ClosureRequest, Object.assign(Object.create({ contact }), form)).success).toBe(false)
  const loop: Members = { ...closure() }
  loop.more = loop
  expect(ClosureRequest.safeParse(loop).success).toBe(false)
})

const reading = `
  import * as z from 'zod'
  z.config({ jitless: process.argv[1] === 'jitless' })
  const made = []
  globalThis.Function = new Proxy(Function, { construct: (of, args) => (made.push(args), new of(...args)) })
  const { LifecycleEvent } = await import('./src/schemas/index.ts')
  const event = { type: 'keys.removed', serial: 'SN-1', method: 'zeroised' }
  for (let n = 0; n < 100; n += 1) LifecycleEvent.parse(event)
  console.log(made.length, LifecycleEvent.safeParse({ ...event, serial: '' }).success)`

const readIn = (...args: readonly string[]): string =>
  execFileSync(process.execPath, [...args.slice(1), '--input-type=module', '-e', reading, args[0] ?? ''], {
    encoding: 'utf8',
  }).trim()

test('no code is made of schemas where Zod is told so, nor is it tried; where it is forbidden, they are read all the same', () => {
  expect(readIn('jitless')).toBe('0 false')
  // Zod's own question whether it may.
  expect(readIn('allowed', '--disallow-code-generation-from-strings')).toBe('1 false')
})
