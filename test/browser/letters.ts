import type { Page } from 'playwright-core'

const look = async (page: Page, letter: string): Promise<string> => {
  await page.evaluate(async (text) => {
    const shown = document.getElementById('letter') ?? document.createElement('p')
    shown.id = 'letter'
    shown.textContent = text
    document.querySelector('main')?.prepend(shown)
    await document.fonts.load('1rem "Noto Sans SC Variable"', text)
  }, letter)
  return (await page.locator('#letter').screenshot()).toString('base64')
}

/** Do two Chinese letters look unlike each other? Without letters for them both are the same empty box. */
export const hasChinese = async (page: Page): Promise<boolean> =>
  (await look(page, '终')) !== (await look(page, '端'))
