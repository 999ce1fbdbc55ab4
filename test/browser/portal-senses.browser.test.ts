import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { sidewaysOf } from './findings.ts'
import { openPortalHouse, type PortalHouse } from './portal-house.ts'
import type { PortalOptions, PortalPage } from './portal-page.ts'
import { openWhole, portalPages } from './portal-pages.ts'

let house: PortalHouse
let portal: PortalPage | undefined
beforeAll(async () => {
  house = await openPortalHouse()
})
afterEach(async () => {
  await portal?.close()
  portal = undefined
})
afterAll(() => house?.close())

const visit = async (options: PortalOptions): Promise<Page> => {
  portal = await house.visit('/', options)
  return portal.page
}

/** What is wrong with each page, by its name; only pages with something wrong are named. */
const onEveryPage = async (
  page: Page,
  look: (page: Page) => Promise<readonly string[]>,
): Promise<readonly string[]> => {
  const found: string[] = []
  for (const [name, path] of Object.entries(portalPages)) {
    await openWhole(page, house.url + path)
    found.push(...(await look(page)).map((wrong) => `${name}: ${wrong}`))
  }
  return found
}

const kinds = ['stopped', 'todo', 'waits', 'done'] as const

/** Pictures of one word in each kind of status, all in the same place: they differ by what the kind looks like, and by nothing else. */
const picturesOfKinds = async (page: Page): Promise<readonly string[]> => {
  await openWhole(page, house.url)
  const mark = page.locator('.status').first()
  const pictures: string[] = []
  for (const kind of kinds) {
    await mark.evaluate((element, name) => {
      element.setAttribute('class', `status ${name}`)
      element.textContent = 'Status'
    }, kind)
    pictures.push((await mark.screenshot()).toString('base64'))
  }
  return pictures
}

describe('Without colours', () => {
  it('every kind of status has a shape of its own, where the system paints all of them alike', async () => {
    const page = await visit({ wishes: { forcedColors: 'active' } })
    const pictures = await picturesOfKinds(page)
    expect(new Set(pictures).size).toBe(kinds.length)
    const colours = await page.locator('.status').evaluateAll((marks) =>
      marks.map((mark) => {
        const { color, backgroundColor } = getComputedStyle(mark)
        return `${color} on ${backgroundColor}`
      }),
    )
    // Else it would be colours that tell them apart, and this shows nothing.
    expect(new Set(colours).size).toBe(1)
  })

  it('what must be seen has an edge: notes, the main button, what cannot be done, what is wrong', async () => {
    const page = await visit({ wishes: { forcedColors: 'active' } })
    const edgeOf = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => {
          const { borderTopStyle, borderTopWidth } = getComputedStyle(element)
          return `${borderTopStyle} ${borderTopWidth}`
        })
    await openWhole(page, `${house.url}/t/life-1`)
    expect(await edgeOf('.note')).toBe('solid 1px')
    await openWhole(page, `${house.url}/t/life-6`)
    expect(await edgeOf('[aria-disabled=true]')).toMatch(/^dashed/)
    await openWhole(page, `${house.url}/t/life-4/money`)
    expect(await edgeOf('button.first')).toBe('solid 3px')
    await openWhole(page, `${house.url}/t/life-2/apply/closure/reason`)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('alert').waitFor()
    expect(await edgeOf('.summary')).toBe('solid 1px')
    expect(await page.locator('.error').count()).toBeGreaterThan(0)
  })
})

describe('With the spacing of text that WCAG 1.4.12 asks for', () => {
  it.each([
    ['en', 320],
    ['zh-CN', 320],
    ['en', 1280],
    ['zh-CN', 1280],
  ] as const)(
    'nothing is cut off and nothing scrolls sideways, in %s and %i pixels wide',
    async (locale, width) => {
      const page = await visit({ locale, width })
      const found = await onEveryPage(page, async () => {
        await page.evaluate(() => {
          const sheet = new CSSStyleSheet()
          sheet.replaceSync(`
          * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
          p { margin-block-end: 2em !important }`)
          document.adoptedStyleSheets = [sheet]
        })
        const over = await sidewaysOf(page)
        const cut = await page.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')]
            .filter((element) => {
              const { overflowX, overflowY } = getComputedStyle(element)
              const isHidden = element.closest('.hidden-text, .skip, svg') !== null
              const isCut =
                (overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1) ||
                (overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1)
              return isCut && !isHidden
            })
            .map((element) => `cut off: ${element.outerHTML.slice(0, 80)}`),
        )
        return [...(over > 0 ? [`${over} pixels too wide`] : []), ...cut]
      })
      expect(found).toEqual([])
    },
  )
})

describe('Enlarged to 400 per cent', () => {
  it.each(['en', 'zh-CN'] as const)(
    'no page scrolls sideways, and nothing stands over what is read, in %s',
    async (locale) => {
      const page = await visit({ locale, width: 320, height: 256 })
      const found = await onEveryPage(page, async () => {
        const over = await sidewaysOf(page)
        const stuck = await page.evaluate(() =>
          [...document.querySelectorAll('body *')]
            .filter((element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position))
            .map((element) => `stays where it is: ${element.outerHTML.slice(0, 80)}`),
        )
        return [...(over > 0 ? [`${over} pixels too wide`] : []), ...stuck]
      })
      expect(found).toEqual([])
    },
  )
})

describe('What moves', () => {
  /** Milliseconds of the longest movement that a style asks for. */
  const longest = (page: Page): Promise<number> =>
    page.evaluate(() => {
      const milliseconds = (text: string) =>
        Math.max(...text.split(',').map((part) => Number.parseFloat(part) * (/ms/.test(part) ? 1 : 1_000)))
      return Math.max(
        ...[...document.querySelectorAll('*')].map((element) => {
          const { transitionDuration, animationDuration, animationName } = getComputedStyle(element)
          return Math.max(
            milliseconds(transitionDuration),
            animationName === 'none' ? 0 : milliseconds(animationDuration),
          )
        }),
      )
    })

  it('takes no longer than 150 milliseconds, and is nothing where a reader wants no movement', async () => {
    for (const [reducedMotion, most] of [
      ['no-preference', 150],
      ['reduce', 0],
    ] as const) {
      const page = await visit({ wishes: { reducedMotion } })
      const found = await onEveryPage(page, async () => {
        const took = await longest(page)
        return took > most ? [`${took} ms with ${reducedMotion}`] : []
      })
      expect(found).toEqual([])
      await portal?.close()
    }
  })
})
