import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { listen } from '../../src/server/node.ts'
import { launch } from './chromium.ts'

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
}

export interface Look {
  readonly lang?: 'en' | 'zh-CN'
  readonly width?: number
  readonly scheme?: 'light' | 'dark'
}

/** Builds the playground, serves it below a folder as a documentation site would, and opens it in Chromium. */
export const openPlayground = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'playground-'))
  execFileSync(process.execPath, ['scripts/playground.ts', '--out', folder], { stdio: 'pipe' })
  const site = await listen(async ({ url }) => {
    const path = new URL(url).pathname.replace(/^\/somewhere\//, '').replace(/^$/, 'index.html')
    try {
      const body = readFileSync(join(folder, path))
      const type = types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
      return new Response(body, { headers: { 'content-type': type } })
    } catch {
      return new Response(null, { status: 404 })
    }
  })
  const browser = await launch()
  /** Errors, warnings, breaches of the policy, and addresses outside of the folder. */
  const complaints: string[] = []
  const open = async (
    hash = '',
    { lang = 'en', width = 1280, scheme = 'light' }: Look = {},
  ): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const page = await context.newPage()
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    page.on('pageerror', ({ message }) => complaints.push(message))
    page.on('request', (request) => {
      if (!request.url().startsWith(`${site.url}/somewhere/`)) complaints.push(request.url())
    })
    await page.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
      ),
    )
    await page.goto(`${site.url}/somewhere/?lang=${lang}${hash}`)
    await page.waitForSelector('#now')
    return page
  }
  return {
    open,
    complaints,
    close: async (): Promise<void> => {
      await browser.close()
      await site.close()
      rmSync(folder, { recursive: true })
    },
  }
}
