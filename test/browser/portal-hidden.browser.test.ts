import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { clerk } from './portal-house.ts'
import { portalVisits } from './portal-visits.ts'

const at = portalVisits()

/** Two terminals side by side: of the one nobody may be told why, of the other nobody can say. */
const twins = ['life-6', 'life-7'] as const

beforeEach(async () => {
  const { open, tell } = at.house.house()
  await open({
    ...{ lifecycleId: 'life-7', terminalId: '10000007', merchantName: '青禾便利店' },
    devices: [{ serial: 'SN-0007', model: 'A920', owner: 'provider', tenancy: 'sole' }],
  })
  await tell('life-7', clerk, {
    ...{ type: 'hold.placed', holdId: 'unclear', code: 'UNKNOWN', caps: ['sale', 'preAuth'] },
  })
})

/** As it would be of one and the same terminal: without its numbers and the hours at which somebody read it. */
const neutral = (text: string): string =>
  text
    .replaceAll(/1000000\d/g, 'NUMBER')
    .replaceAll(/SN-000\d/g, 'SERIAL')
    .replaceAll(/life-\d/g, 'LIFE')
    .replaceAll(/\d+ \w+ 20\d\d, \d\d:\d\d/g, 'THEN')
    .replaceAll(/ (id|for|aria-describedby|aria-labelledby)="_r_\w+_?"/g, '')

const bodyOf = async (page: Page): Promise<string> => {
  await page.locator('main').getByText('Loading').waitFor({ state: 'detached' })
  return neutral(await page.locator('body').evaluate((body) => body.innerHTML))
}

describe('A hidden hold, beside one for a reason that nobody explains', () => {
  // Beside each page what stands on it last.
  it.each([
    ['', '.picture svg'],
    ['/money', 'main details'],
    ['/devices', '.facts'],
    ['/papers', 'input[type=file]'],
    ['/apply/closure', 'form button.first'],
    ['/apply/reinstatement', 'form button.first'],
  ])('gives the same HTML on /t/:id%s, to the last element', async (path, proof) => {
    const seen: string[] = []
    for (const twin of twins) {
      const page = await at.visit(`/t/${twin}${path}`)
      await page.locator(proof).first().waitFor()
      seen.push(await bodyOf(page))
      await page.context().close()
    }
    expect(seen[0]).toContain('NUMBER')
    expect(seen[1]).toBe(seen[0])
  })

  it('gives the same row in the list of terminals', async () => {
    const page = await at.visit('/')
    const rows = page.locator('li', { has: page.getByRole('link', { name: /1000000[67]/ }) })
    await rows.nth(1).waitFor()
    const [one, other] = await rows.evaluateAll((all) => all.map((row) => row.outerHTML))
    expect(neutral(other ?? '')).toBe(neutral(one ?? ''))
  })
})
