/**
 * What a reader waits for at the portal for merchants: a fourth of this machine's speed, 1.6 Mbit/s, 150 ms there and back, 360
 * pixels wide. Against the least that a page with the same React can be. The milliseconds of this machine are printed at the end,
 * beside the goals: largest paint within 2 500 ms, slowest answer within 200 ms.
 *
 *   npm run bench -- pages
 *
 * It needs what `npm run test:browser` installs.
 */
import type { Page } from 'playwright-core'
import type { Row } from '../../compare.ts'
import { openPages } from '../../pages/house.ts'
import { answer, type Look, looks, paint } from '../../pages/seen.ts'

const { browser, ...sites } = await openPages()

const reference = 'the least page with the same React, which asks once and shows six lines'
const bare = (name: string, more: Partial<Look> = {}): Look => ({
  ...{ name: `${name}: reference`, url: sites.bare, until: 'li' },
  ...more,
})
const portal = (name: string, path: string, until: string, more: Partial<Look> = {}): Look => ({
  ...{ name, url: sites.portal + path, person: 'owner-1', until },
  ...more,
})

const press = async (page: Page): Promise<void> => {
  for (let times = 0; times < 3; times += 1) await page.getByRole('button', { name: 'More' }).click()
  await page.getByLabel('Field').pressSequentially('Two sales are missing')
}
const objects = async (page: Page): Promise<void> => {
  await page.getByText('Object', { exact: true }).click()
  await page.getByLabel('What is wrong, and why').first().pressSequentially('Two sales are missing')
  await page.getByRole('link', { name: 'Devices' }).click()
  await page.getByText('SN-0104').first().waitFor()
}
const fillsIn = async (page: Page): Promise<void> => {
  await page.getByRole('radio').first().click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByRole('textbox').first().pressSequentially('12')
}

const goals = { paint: 2_500, answer: 200 } as const
/**
 * Milliseconds that the reference took where nothing else ran, the slower of several runs; of an answer the browser tells in steps of
 * eight. The goal over it is the budget: a machine that is slower, or busy, makes both sides slow, and a page within its budget is
 * within its goal where the reference takes what it took there.
 */
const least = { paint: 842, answer: 24 } as const
const row = (kind: keyof typeof goals, own: Look, other: Look): Row => {
  const see = { paint, answer }[kind]
  const budget = Math.round((goals[kind] / least[kind]) * 100) / 100
  return {
    ...{ name: own.name, reference, budget, by: 'wall', rounds: 5 },
    candidate: () => see(browser, own),
    control: () => see(browser, other),
  }
}

process.on('exit', () => {
  for (const [name, seen] of looks) {
    const sorted = seen.toSorted((one, other) => one - other)
    const goal = /answer/.test(name) ? goals.answer : goals.paint
    console.error(
      `${name}: ${sorted.map(Math.round).join(' ')} ms${/reference$/.test(name) ? '' : `, goal ${goal}`}`,
    )
  }
})

const first = 'first page, largest paint'
const terminal = 'page of a closing terminal, largest paint'
const money = 'objecting to a statement, slowest answer'
const form = 'filling in an application, slowest answer'
export const rows: readonly Row[] = [
  row('paint', portal(first, '/', 'li a'), bare(first)),
  row('paint', portal(terminal, '/t/life-4', '.turns'), bare(terminal)),
  row(
    'answer',
    portal(money, '/t/life-4/money', 'button.first', { acts: objects }),
    bare(money, { acts: press }),
  ),
  row(
    'answer',
    portal(form, '/t/life-2/apply/closure/reason', 'input[type=radio]', { acts: fillsIn }),
    bare(form, { acts: press }),
  ),
]
