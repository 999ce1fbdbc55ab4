import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { stories } from '../../docs/playground/stories.ts'
import { findingsOn } from './findings.ts'
import { openPlayground } from './playground-page.ts'

let site: Awaited<ReturnType<typeof openPlayground>>
beforeAll(async () => {
  site = await openPlayground()
})
afterEach(() => expect(site.complaints.splice(0)).toEqual([]))
afterAll(() => site?.close())

const record = async (page: Page): Promise<{ version: number; value: unknown }> => {
  const text = await page.locator('[data-key="raw"] pre').textContent()
  return JSON.parse(text ?? '')
}
const openFolds = (page: Page) =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true
  })
const isScrolledSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

describe('somebody who tries the machine', () => {
  it('tells an event by its form, and finds it in the journal', async () => {
    const page = await site.open()
    await page.selectOption('#who', 'risk')
    await page.click('[data-do="open-own"][data-type="hold.placed"]')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('sheet-title')
    await page.selectOption('#field-code', 'RULE_VIOLATION')
    await page.click('#sheet button[type="submit"]')
    await page.waitForFunction(() => document.querySelector('#said')?.textContent === 'Told: Hold placed')
    expect((await record(page)).value).toMatchObject({ live: { service: { suspended: 'held' } } })
    expect(await page.locator('#journal').textContent()).toContain('1. Hold placed')
    expect(await page.locator('#now').textContent()).toContain('Suspended')
    await page.context().close()
  })

  it('reads all problems of a form at once, each a link to its field, and loses nothing that was typed', async () => {
    const page = await site.open()
    await page.selectOption('#who', 'settlement')
    await page.click('[data-do="open-own"][data-type="charge.raised"]')
    await page.fill('#field-amount-amount', 'much')
    await page.fill('#field-chargeId', '')
    await page.click('#sheet button[type="submit"]')
    const summary = page.locator('#problems')
    await summary.waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('problems')
    expect(await page.title()).toMatch(/^Error: /)
    expect(await summary.locator('a').count()).toBe(2)
    expect(await summary.textContent()).toMatch(/Charge number: .*Amount: /)
    expect(await summary.textContent()).not.toContain('/')
    await summary.locator('a', { hasText: 'Amount' }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-amount-amount')
    expect(await page.inputValue('#field-amount-amount')).toBe('much')
    await page.fill('#field-amount-amount', '20.00')
    await page.fill('#field-chargeId', 'fee-7')
    await page.click('#sheet button[type="submit"]')
    await page.locator('#money', { hasText: 'fee-7' }).waitFor()
    expect(await page.locator('#money').textContent()).toContain('¥20.00')
    await page.context().close()
  })

  it('reads every blocker of a refusal, whose turn it is, and opens the form of what clears it', async () => {
    const page = await site.open('#s=too-early')
    await page.click('#sheet button[type="submit"]')
    const refusal = page.locator('#problems')
    await refusal.waitFor()
    expect(await refusal.locator('.blockers > li').count()).toBe(3)
    expect(await refusal.textContent()).toContain('The records are not backed up.')
    expect((await record(page)).version).toBe(2)
    await refusal.locator('[data-do="open"][data-type="backup.recorded"]').click()
    await page.locator('#sheet-title', { hasText: 'Back-up recorded' }).waitFor()
    expect(await page.inputValue('#field-serial')).toBe('271-540-386')
    await page.click('#sheet button[type="submit"]')
    await page.waitForFunction(() => document.querySelector('#said')?.textContent?.startsWith('Told'))
    expect((await record(page)).version).toBe(3)
    await page.context().close()
  })

  it('finds the same record behind the link that it shared', async () => {
    const page = await site.open('#s=closure-asked')
    await page.click('#sheet button[type="submit"]')
    await page.waitForFunction(() => document.querySelector('#said')?.textContent?.startsWith('Told'))
    await page.click('[data-do="all"]')
    await page.click('[data-do="leap"][data-leap="week"]')
    await page.click('[data-do="share"]')
    await page.locator('#said', { hasText: 'The link is copied' }).waitFor()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(link).toMatch(/#c=1\.[\w-]+$/)
    const other = await site.open(new URL(link).hash)
    expect(await record(other)).toEqual(await record(page))
    expect(await other.locator('#clock strong').first().textContent()).toBe(
      await page.locator('#clock strong').first().textContent(),
    )
    await page.context().close()
    await other.context().close()
  })

  it('begins afresh, and reads why, where an address cannot be read', async () => {
    const page = await site.open('#c=1.broken')
    expect(await page.locator('[role="alert"]').textContent()).toContain('holds no case')
    expect((await record(page)).version).toBe(0)
    await page.context().close()
  })

  it('goes back through the journal and on again, and what it tells there takes the place of the rest', async () => {
    const page = await site.open('#s=cancelled')
    const { version } = await record(page)
    await page.click('[data-do="start"]')
    expect((await record(page)).version).toBe(0)
    await page.click('[data-do="end"]')
    expect((await record(page)).version).toBe(version)
    await page.click('[data-do="undo"]')
    await page.click('[data-do="undo"]')
    await page.click('[data-do="goto"][data-index="1"]')
    expect((await record(page)).value).toMatchObject({ live: { application: 'underReview' } })
    await page.click('[data-do="open-own"][data-type="application.withdrawn"]')
    await page.click('#sheet button[type="submit"]')
    await page.waitForFunction(() => document.querySelector('#said')?.textContent?.startsWith('Told'))
    expect(await page.locator('#journal > ul > li').count()).toBe(3)
    await page.context().close()
  })

  it('answers an order as a system would: done, refused, or not known', async () => {
    const page = await site.open('#s=payout-unknown')
    expect(await page.locator('#systems').textContent()).toContain('parked')
    await page.getByRole('button', { name: /^Done: Pay out/ }).click()
    await page.waitForFunction(() => document.querySelector('#said')?.textContent?.startsWith('Answered'))
    expect(await page.locator('#systems > ul').textContent()).not.toContain('parked')
    await page.context().close()
  })

  it('shows a merchant nothing of a hidden hold, in no corner of the page, and risk all of it', async () => {
    const page = await site.open('#s=hidden')
    await openFolds(page)
    const shown = async () =>
      [await page.locator('.columns').textContent(), await page.inputValue('#who')].join()
    for (const secret of ['inquiry', 'Violation of the rules', '"code": "RULE_VIOLATION"'])
      expect(await shown(), secret).not.toContain(secret)
    expect(await page.locator('#journal').textContent()).not.toContain('Hold placed')
    expect(await shown()).toMatch(/contact .*provider/i)
    await page.selectOption('#who', 'risk')
    await page.locator('#now', { hasText: 'Violation of the rules' }).waitFor()
    await page.context().close()
  })

  it('writes the event as JSON, and the form follows', async () => {
    const page = await site.open('#s=licence-missing')
    await page.click('[data-do="mode"][data-mode="json"]')
    const event = JSON.parse(await page.inputValue('#json'))
    await page.fill('#json', '{ "type": ')
    await page.locator('#json').blur()
    await page.locator('#json-error').waitFor()
    await page.fill(
      '#json',
      JSON.stringify({ ...event, request: { ...event.request, reason: 'CONTRACT_EXPIRED' } }),
    )
    await page.locator('#json').blur()
    await page.locator('#json-error').waitFor({ state: 'detached' })
    await page.click('[data-do="mode"][data-mode="form"]')
    expect(await page.inputValue('#field-request-reason')).toBe('CONTRACT_EXPIRED')
    await page.context().close()
  })

  it('keeps what was typed when the language is switched, and reads all of it in the other one', async () => {
    const page = await site.open('#s=suspended')
    await page.fill('#field-request-whyRestore', 'the summer begins')
    await page.click('[data-do="locale"]')
    await page.waitForFunction(() => document.documentElement.lang === 'zh-CN')
    expect(await page.inputValue('#field-request-whyRestore')).toBe('the summer begins')
    expect(await page.locator('h1').textContent()).toBe('停用：营业执照过期')
    expect(await page.title()).toContain('停用：营业执照过期')
    await page.reload()
    await page.waitForSelector('#now')
    await page.context().close()
  })

  it('does all of it with the keyboard: chooses, fills in, sends, and is led to what came of it', async () => {
    const page = await site.open()
    await page.focus('#who')
    await page.keyboard.type('Zhao')
    await page.keyboard.press('Enter')
    await page.locator('[data-do="open-own"][data-type="hold.placed"]').waitFor()
    await page.focus('[data-do="open-own"][data-type="hold.placed"]')
    await page.keyboard.press('Enter')
    const active = () => page.evaluate(() => document.activeElement?.id)
    expect(await active()).toBe('sheet-title')
    await page.keyboard.press('Tab')
    expect(await active()).toBe('field-holdId')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.querySelector('#said')?.textContent?.startsWith('Told'))
    expect(await active()).toBe('now-title')
    await page.context().close()
  })
})

describe('the page', () => {
  const looks = (['en', 'zh-CN'] as const).flatMap((lang) =>
    (['light', 'dark'] as const).map((scheme) => ({ lang, scheme })),
  )

  it.each(looks)('has nothing that axe calls serious, $lang, $scheme', async (look) => {
    for (const [hash, width] of [
      ['', 1280],
      ['#s=too-early', 1280],
      ['#s=disputed-charge', 360],
      ['#c=1.x', 360],
    ] as const) {
      const page = await site.open(hash, { ...look, width })
      await openFolds(page)
      expect(await findingsOn(page), `${hash} ${width}`).toEqual([])
      await page.context().close()
    }
  })

  it('never scrolls sideways at 320 pixels, whatever is open', async () => {
    for (const lang of ['en', 'zh-CN'] as const)
      for (const name of [
        'too-early',
        'closure-asked',
        'suspended',
        'disputed-charge',
        'guarantee',
        'replaced',
      ]) {
        const page = await site.open(`#s=${name}`, { lang, width: 320 })
        await openFolds(page)
        expect(await isScrolledSideways(page), `${lang} ${name}`).toBe(false)
        await page.context().close()
      }
  })

  it('opens every story by its link, as the person and at the form that it is about', async () => {
    const page = await site.open()
    for (const [name, { title, who, look }] of Object.entries(stories)) {
      await page.evaluate((hash) => {
        location.hash = hash
      }, `#s=${name}`)
      await page.locator('h1', { hasText: title.en }).waitFor()
      expect(await page.inputValue('#who'), name).toBe(who)
      expect(await page.locator('#sheet').count(), name).toBe(look ? 1 : 0)
      expect(await page.locator('#problems').count(), name).toBe(0)
    }
    await page.context().close()
  })
})
