import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const fromChromium = createRequire(`${import.meta.dirname}/../../tools/chromium/package.json`)
const axeSource = () => readFileSync(fromChromium.resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  readonly id: string
  readonly impact: string
  readonly nodes: readonly { readonly html: string }[]
}

/** What axe finds that is serious or critical in the page as it stands, by WCAG 2.2 AA and its best practices. */
export const findingsOn = async (page: Page): Promise<readonly string[]> => {
  // Evaluated, not added as an element: the policy of the page forbids scripts in it, and shall.
  await page.evaluate(axeSource())
  const found: readonly Violation[] = await page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const { violations } = await Reflect.get(globalThis, 'axe').run(document, { runOnly: tags })
    return violations.map(({ id, impact, nodes }: Violation) => ({
      ...{ id, impact },
      nodes: nodes.map(({ html }) => ({ html })),
    }))
  })
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

/** How far the page goes beyond its frame. */
export const sidewaysOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
