import { describe, expect, it } from 'vitest'
import { StoreError } from '../../../src/errors/index.ts'
import { errorFrom, statusOf, toldOf } from '../../../src/runtime/restate/failures.ts'
import { everyErrorWith } from '../../errors/samples.ts'

/** What a store or a door throws; what services throw becomes an answer before it gets here. */
const thrown = [
  ...['CorruptRecordError', 'ForbiddenFieldError', 'FutureVersionError', 'InvalidInputError'],
  ...['InvariantViolationError', 'MissingMigrationError', 'PluginError', 'VersionConflictError'],
]
const errors = [...everyErrorWith('7').filter(({ name }) => thrown.includes(name)), new StoreError('damaged')]

describe('An error that comes through Restate', () => {
  it.each(errors.map((error) => [error.name, error] as const))('is itself again: %s', (_, error) => {
    const made = errorFrom(JSON.parse(JSON.stringify(toldOf(error))))
    expect(made).toBeInstanceOf(error.constructor)
    // What its message says beyond its fields, and where a plug threw, stays where it was thrown.
    const { cause: _cause, frames: _frames, reason: _reason, message, ...told } = error.toJSON()
    expect(made && JSON.parse(JSON.stringify(made))).toMatchObject(told)
    const saysMore = ['InvariantViolationError', 'PluginError'].includes(error.name)
    if (!saysMore) expect(made?.message).toBe(message)
  })

  it('has the status of what the caller can do about it', () => {
    const statuses = Object.fromEntries(errors.map((error) => [error.code, statusOf(toldOf(error))]))
    const { INVALID_INPUT, FORBIDDEN_FIELD, VERSION_CONFLICT, ...others } = statuses
    expect([INVALID_INPUT, FORBIDDEN_FIELD, VERSION_CONFLICT]).toEqual([400, 400, 409])
    expect(new Set(Object.values(others))).toEqual(new Set([500]))
  })

  it('is none where it passes, or is nobody’s: that is tried again', () => {
    for (const passing of [
      ...(['busy', 'unavailable', 'full'] as const).map((one) => new StoreError(one)),
      new Error('x'),
    ])
      expect(() => toldOf(passing)).toThrow(passing)
    for (const told of [undefined, null, 'text', {}, { name: 'Error' }, { name: 'toString' }])
      expect(errorFrom(told)).toBeUndefined()
  })
})
