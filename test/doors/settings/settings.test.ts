import { describe, expect, it } from 'vitest'
import { readBody, readJson } from '../../../src/contract/index.ts'
import { defaultPolicy, prcCalendar } from '../../../src/domain/index.ts'
import { isTerminalLifecycleError } from '../../../src/errors/index.ts'
import { manualTime } from '../../../src/testing/index.ts'
import { client, outbox, runtime } from './made.ts'
import type { Setting } from './of-runtime.ts'
import { settings } from './table.ts'

const pathOf = (key: string): string => key.replace(/^.*?\)\.?(?:\w+\(\w+\)\.)?/, '/').replaceAll('.', '/')

const refusal = (path: string, code: string) =>
  expect.objectContaining({ code: 'INVALID_INPUT', issues: expect.arrayContaining([{ path, code }]) })

const groups: readonly (readonly [name: string, make: (options: object) => unknown])[] = [
  ['timeout', client],
  ...['retry', 'breaker', 'parkAfter', 'concurrency'].map((name) => [name, runtime] as const),
]

const wrong = ({ least = 1, endless }: Setting): readonly unknown[] => [
  ...[
    Number.NaN,
    Number.NEGATIVE_INFINITY,
    least - 1,
    Math.max(least, 1) + 0.5,
    String(Math.max(least, 3)),
    null,
  ],
  ...[{}, [5], true, 5n, 2 ** 53],
  ...(endless ? [] : [Number.POSITIVE_INFINITY]),
]

const said = async ({ give }: Setting, value: unknown): Promise<unknown> => {
  try {
    await give(value as never)
    return 'taken'
  } catch (error) {
    return isTerminalLifecycleError(error) && error.code === 'INVALID_INPUT' ? error.issues[0]?.path : error
  }
}

describe('a setting that is a number', () => {
  it.each(Object.entries(settings))('%s is refused by its path where it is none', async (key, setting) => {
    const path = setting.path ?? pathOf(key)
    for (const value of wrong(setting)) expect([value, await said(setting, value)]).toEqual([value, path])
  })

  it.each(groups)(
    'in the group %s, which is none or has a name that means nothing, is refused',
    (name, make) => {
      for (const group of ['5', null, [5], true])
        expect(() => make({ [name]: group })).toThrow(refusal(`/${name}`, 'WRONG_TYPE'))
      if (name !== 'timeout')
        expect(() => make({ [name]: { atempts: 5 } })).toThrow(refusal(`/${name}/atempts`, 'UNKNOWN_FIELD'))
    },
  )

  it('of a schedule without one, of a policy or of a calendar, is refused where the home is made', () => {
    expect(() => outbox({ schedule: [] })).toThrow(refusal('/schedule', 'REQUIRED'))
    expect(() => outbox({ schedule: 5 as never })).toThrow(refusal('/schedule', 'WRONG_TYPE'))
    for (const utcOffsetMinutes of [Number.NaN, 1.5, 1_441, '480', null] as never[])
      expect(() => runtime({ calendar: { ...prcCalendar, utcOffsetMinutes } })).toThrow(
        refusal('/calendar/utcOffsetMinutes', 'OUT_OF_RANGE'),
      )
    const policy = { ...defaultPolicy, verifyAttempts: Number.NaN }
    expect(() => runtime({ policy })).toThrow(refusal('/policy/verifyAttempts', 'WRONG_TYPE'))
  })

  it('of a time that stands still is any number', () => {
    const time = manualTime()
    for (const move of [time.advance, time.wait])
      for (const ms of [Number.NaN, Number.POSITIVE_INFINITY, '5', null])
        expect(() => move(ms as never)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }))
  })

  it('of what is read from outside lets nothing through where it is none', async () => {
    for (const none of [Number.NaN, undefined, 'many'] as never[]) {
      expect(await readBody(new Response('x'), none)).toBeUndefined()
      expect(readJson('[1]', { depth: none, members: 9 })).toEqual({ fault: 'depth' })
      expect(readJson('[1]', { depth: 9, members: none })).toEqual({ fault: 'members' })
    }
  })
})
