import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'

export interface PortalOptions {
  readonly locale?: 'zh-CN' | 'en'
  readonly theme?: 'light' | 'dark'
  readonly width?: number
  readonly height?: number
  /** What else the reader has asked the browser for. */
  readonly wishes?: Pick<BrowserContextOptions, 'forcedColors' | 'reducedMotion'>
  /** Who has signed in already. */
  readonly person?: string
  /** Leaves the page blank. */
  readonly wait?: boolean
}

export interface PortalPage {
  readonly page: Page
  readonly context: BrowserContext
  /** Whatever a developer would see in red or yellow, and everything that the policy of the page has stopped. */
  readonly complaints: string[]
  close(): Promise<void>
}

/** Losing the network, or an answer that says no, is what some tests are about: the browser writes it down all the same. */
const isExpected = (text: string): boolean => /^Failed to load resource/.test(text)

/** The portal in a browser context of its own, as somebody with this language, these colours and this width sees it. */
export const openPortal = async (
  browser: Browser,
  url: string,
  {
    locale = 'en',
    theme = 'light',
    width = 1280,
    height = 800,
    wishes,
    person,
    wait = true,
  }: PortalOptions = {},
): Promise<PortalPage> => {
  const context = await browser.newContext({
    ...{ locale, colorScheme: theme, viewport: { width, height } },
    ...wishes,
  })
  const complaints: string[] = []
  await context.exposeFunction('complain', (text: string) => complaints.push(text))
  await context.addInitScript(
    ({ person }) => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        Reflect.get(globalThis, 'complain')(`policy: ${violatedDirective} ${blockedURI}`)
      })
      if (person && sessionStorage.getItem('portal:left') === null)
        sessionStorage.setItem('portal:person', person)
    },
    { person },
  )
  const page = await context.newPage()
  page.on('console', (message) => {
    const text = message.text()
    if (['error', 'warning', 'assert'].includes(message.type()) && !isExpected(text)) complaints.push(text)
  })
  page.on('pageerror', ({ message }) => complaints.push(message))
  if (wait) {
    await page.goto(url)
    await page.getByRole('heading', { level: 1 }).waitFor()
  }
  return { page, context, complaints, close: () => context.close() }
}
