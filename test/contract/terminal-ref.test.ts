import fc from 'fast-check'
import { expect, it } from 'vitest'
import { terminalNumbers, terminalRef } from '../../src/contract/index.ts'
import { TerminalRef } from '../../src/contract/terminal-ref.ts'
import { AcquirerId, MerchantId, OrderId, Reference, TerminalId } from '../../src/schemas/index.ts'

const number = fc.stringMatching(/^[A-Za-z0-9._:-]{1,40}$/)

it('A terminal has a reference whatever its numbers, and no other has the same', () => {
  fc.assert(
    fc.property(number, number, number, (acquirerId, merchantId, terminalId) => {
      const numbers = { acquirerId, merchantId, terminalId }
      const schemas = [AcquirerId, MerchantId, TerminalId]
      const isTaken = Object.values(numbers).every((text, place) => schemas[place]?.safeParse(text).success)
      expect(terminalNumbers(terminalRef(numbers))).toEqual(isTaken ? numbers : undefined)
    }),
  )
})

it.each([
  'a:b',
  'a:b:c:d',
  'a::c',
  '_:b:c',
  'a:b:c/d',
  ' a:b:c',
  'a:b:constructor',
  `a:b:${'c'.repeat(41)}`,
  `a:b:_${'c'.repeat(40)}`,
])('What names no terminal is no reference: %s', (ref) => {
  expect([TerminalRef.safeParse(ref).success, terminalNumbers(ref)]).toEqual([false, undefined])
})

it('An order is named after its life, however long the name of that is', () => {
  const lifecycleId = 'l'.repeat(100)
  expect(Reference.safeParse(lifecycleId).success).toBe(true)
  expect(OrderId.safeParse(`${lifecycleId}/hechaifdaddoajgmkiim/0`).success).toBe(true)
})
