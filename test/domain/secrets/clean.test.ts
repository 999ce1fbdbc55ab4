import { expect, test } from 'vitest'
import { maskedReport, maskSecrets, secretIn, secretInReference } from '../../../src/domain/index.ts'
import { maskedReference } from '../../../src/domain/masked-reference.ts'
import { cleanReferences, cleanTexts } from '../../../src/domain/secrets/clean.ts'

const pan = '4111111111111111'
/** It begins with a moment: an order number where a reference stands, and the number of a card in prose. */
const moment = Array.from({ length: 10 }, (_, digit) => `260302123045678${digit}`).find(
  (number) => secretIn(number) !== undefined,
) as string

test('what was found clean as a reference is searched again as prose, and the other way round', () => {
  expect(maskedReference(moment)).toBe(moment)
  expect(secretInReference(moment)).toBe(undefined)
  expect(secretIn(moment)).toBe('PAN_IN_TEXT')
  expect(maskSecrets(moment)).toBe('[REDACTED]')
  const said = { type: 'device.lost', serial: moment, words: moment }
  for (let again = 0; again < 3; again += 1)
    expect(maskedReport(said)).toEqual({ ...said, words: '[REDACTED]' })
})

test('a secret is found each time, and never remembered', () => {
  for (let again = 0; again < 3; again += 1) {
    expect([maskedReference(pan), maskSecrets(pan)]).toEqual(['masked-e83d44', '[REDACTED]'])
    expect([secretInReference(pan), secretIn(pan)]).toEqual(['PAN_IN_TEXT', 'PAN_IN_TEXT'])
  }
  expect([cleanReferences.has(pan), cleanTexts.has(pan)]).toEqual([false, false])
})

test('of what is clean the last few texts are remembered, and no long one', () => {
  for (const [look, clean] of [
    [maskedReference, cleanReferences],
    [maskSecrets, cleanTexts],
    [secretInReference, cleanReferences],
    [secretIn, cleanTexts],
  ] as const) {
    look('first')
    look('x'.repeat(201))
    expect([clean.has('first'), clean.has('x'.repeat(201))]).toEqual([true, false])
    for (let place = 0; place < 64; place += 1) look(`text ${place}`)
    expect([clean.has('first'), clean.has('text 63')]).toEqual([false, true])
  }
})

test('a report is copied only where something in it is masked, and then as it was written', () => {
  const clean = { type: 'device.lost', serial: 'SN-1', words: 'left in a taxi', evidence: [{ id: 'a' }] }
  expect(maskedReport(clean)).toBe(clean)
  const told = {
    type: 'device.lost',
    serial: pan,
    evidence: [{ id: 'a' }, { id: pan, more: [1, Number.NaN] }],
  }
  const masked = maskedReport(told)
  expect(masked.evidence[0]).toBe(told.evidence[0])
  expect(JSON.stringify(masked)).toBe(JSON.stringify(told).replaceAll(pan, 'masked-e83d44'))
})
