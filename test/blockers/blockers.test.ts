import { describe, expect, test } from 'vitest'
import { blockerCodes } from '../../src/domain/index.ts'
import { clearings } from './index.ts'
import { isWitnessed, perform } from './kit.ts'

describe('every blocker names who clears it and by which event, and exactly that clears it', () => {
  test.each(blockerCodes)('%s', async (code) => {
    await perform(code, clearings[code])
  })
})

test('every code goes by a story or as an issue of a report, and none is without', () => {
  const issues = blockerCodes.filter((code) => 'issue' in clearings[code])
  const stories = blockerCodes.length - issues.length
  console.info(`${blockerCodes.length} codes: ${stories} cleared by story, ${issues.length} by issue`)
  expect(Object.keys(clearings).sort()).toEqual([...blockerCodes].sort())
})

test('what an owner can only do with its hands is reported by somebody who saw it, and these are all', () => {
  expect(blockerCodes.filter((code) => isWitnessed(code))).toEqual([
    'MANDATE_MISSING',
    'REMEDY_OPEN',
    'DEVICE_NOT_DRAINED',
    'DEVICE_NOT_RECEIVED',
    'DEVICE_NOT_RETURNED',
    'PAID_TWICE',
    'CHARGES_OUTSTANDING',
  ])
})
