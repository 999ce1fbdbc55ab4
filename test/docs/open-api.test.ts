import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { openApiText } from '../../scripts/open-api.ts'

it('docs/open-api.json is what the contract says today (node scripts/open-api.ts)', () => {
  expect(readFileSync('docs/open-api.json', 'utf8') === openApiText()).toBe(true)
})
