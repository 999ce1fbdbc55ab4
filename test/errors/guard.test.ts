import { createContext, runInContext } from 'node:vm'
import { expect, test, vi } from 'vitest'
import { isTerminalLifecycleError, StoreError } from '../../src/errors/index.ts'
import { everyErrorWith } from './samples.ts'

test('every error of the library is one, and `code` tells which', () => {
  for (const error of everyErrorWith('abc')) expect(isTerminalLifecycleError(error)).toBe(true)
  const error: unknown = new StoreError('full')
  expect(isTerminalLifecycleError(error) && error.code === 'STORE_FAILED' && error.failure).toBe('full')
})

test('one of a second copy of the library is one too, though not by instanceof', async () => {
  vi.resetModules()
  const copy = await import('../../src/errors/index.ts')
  const error = new copy.StoreError('full')
  expect(error).not.toBeInstanceOf(StoreError)
  expect(isTerminalLifecycleError(error)).toBe(true)
})

test('one of another realm is one too', () => {
  const error: unknown = runInContext(
    `class Other extends Error { get [Symbol.for('terminal-lifecycle.error')]() { return true } }; new Other('x')`,
    createContext({}),
  )
  expect(error instanceof Error).toBe(false)
  expect(isTerminalLifecycleError(error)).toBe(true)
})

test('nothing else is', () => {
  const named = Object.assign(new Error('x'), { code: 'STORE_FAILED', name: 'StoreError' })
  for (const value of [new Error('x'), named, null, undefined, 'x', 7, {}, () => {}]) {
    expect(isTerminalLifecycleError(value)).toBe(false)
  }
})
