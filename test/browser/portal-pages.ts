import type { Page } from 'playwright-core'

/** Every page, in the states in which somebody comes to it. */
export const portalPages = {
  home: '/',
  'suspended terminal': '/t/life-1',
  'terminal in service': '/t/life-2',
  'terminal with a refused application': '/t/life-3',
  'terminal that is closing': '/t/life-4',
  'terminal that is closed': '/t/life-5',
  'terminal that nobody can explain': '/t/life-6',
  money: '/t/life-4/money',
  devices: '/t/life-4/devices',
  papers: '/t/life-3/papers',
  history: '/t/life-3/history',
  supplement: '/t/life-3/supplement',
  'before a closure': '/t/life-2/apply/closure',
  'reason of a closure': '/t/life-2/apply/closure/reason',
  'questions of a closure': '/t/life-2/apply/closure/questions',
  'papers of a reinstatement': '/t/life-1/apply/reinstatement/papers',
  'answers of a suspension': '/t/life-2/apply/suspension/check',
  'application that was sent': '/t/life-3/sent/reinstatement/application-3',
  'nothing there': '/t/life-99',
} as const

/** Opens it, waits until nothing is loaded any more, and unfolds whatever is folded. */
export const openWhole = async (page: Page, url: string): Promise<void> => {
  await page.goto(url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle').catch(() => undefined)
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true
  })
  await page.waitForTimeout(150)
}
