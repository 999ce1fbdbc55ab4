import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Locale } from 'terminal-lifecycle/domain'
import { listen } from 'terminal-lifecycle/server/node'
import { people } from '../../examples/acquirer-backend/people.ts'
import { seed } from '../../scripts/demo/seed.ts'
import { projectOf, root } from '../examples/project.ts'
import { launch } from './chromium.ts'

type Who = keyof typeof people

export interface Visit {
  readonly page: Page
  readonly context: BrowserContext
  /** Errors, warnings and breaches of the policy that a developer would see. */
  readonly complaints: string[]
}

export interface Looks {
  readonly locale?: Locale
  readonly theme?: 'light' | 'dark'
  readonly width?: number
  readonly script?: boolean
}

export interface ConsoleHouse {
  readonly url: string
  readonly browser: Browser
  /** Lets orders end whose end was not told. */
  readonly letGo: () => void
  /** A browser of its own in which this person has signed in by the sign-in page. */
  visit(who: Who, looks?: Looks): Promise<Visit>
  /** What a program of this person would send. */
  send(who: Who, lifecycleId: string, event: object): Promise<Response>
  close(): Promise<void>
}

const letters = join('node_modules', '@fontsource-variable', 'noto-sans-sc')

/** The back end as its user has it, with the demonstration's terminals, and a Chromium to look at it. */
export const openHouse = async (): Promise<ConsoleHouse> => {
  const project = projectOf('acquirer-backend', 'built')
  const data = join(project.folder, 'data')
  mkdirSync(data)
  const brought = join(root, 'tools', 'chromium', letters)
  if (existsSync(brought)) {
    mkdirSync(dirname(join(project.folder, letters)), { recursive: true })
    symlinkSync(brought, join(project.folder, letters), 'junction')
  }
  const { systems } = await seed(data, Date.now())
  const played = await listen(systems.handle)
  const server = await project.start('main.ts', {
    DATA: data,
    SYSTEMS_URL: `${played.url}/v1`,
    PARK_AFTER: '3',
  })
  const browser = await launch()
  const url = server.line

  return {
    url,
    browser,
    letGo: systems.letGo,
    visit: async (who, { locale = 'en', theme, width = 1280, script = true } = {}) => {
      const context = await browser.newContext({
        ...{ viewport: { width, height: 900 }, javaScriptEnabled: script, reducedMotion: 'reduce' },
      })
      await context.addCookies([
        { name: 'language', value: locale, url },
        ...(theme ? [{ name: 'theme', value: theme, url }] : []),
      ])
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('console', (message) => {
        // That nobody is signed in yet, or something is refused, is an answer.
        const isAnswer = /status of (?:401|404|409|422)/.test(message.text())
        if (['error', 'warning'].includes(message.type()) && !isAnswer) complaints.push(message.text())
      })
      page.on('pageerror', ({ message }) => complaints.push(message))
      await page.goto(`${url}/console`)
      await page.getByRole('button', { name: people[who].names[locale] }).click()
      await page.waitForURL(`${url}/console`)
      return { page, context, complaints }
    },
    send: (who, lifecycleId, event) =>
      fetch(`${url}/v1/terminals/${lifecycleId}/events`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${people[who].token}`,
          'content-type': 'application/json',
          'idempotency-key': crypto.randomUUID(),
        },
        body: JSON.stringify({ event }),
      }),
    close: async () => {
      await browser.close()
      await server.end('SIGTERM')
      await played.close()
      project.remove()
    },
  }
}
