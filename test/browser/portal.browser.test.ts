import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PortalProject, portalProject } from './build-portal.ts'
import { launch } from './chromium.ts'
import { openPortal, type PortalPage } from './portal-page.ts'
import { servePortal } from './portal-site.ts'

/** Bytes after gzip -9 of what the browser has fetched before anything was pressed, without fonts and what places them. */
const mostAtFirst = 180_000

let project: PortalProject
let browser: Browser
beforeAll(async () => {
  project = portalProject()
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  project?.remove()
})

it('The portal compiles, by itself and with its own settings', () => {
  expect(project.types()).toBe('')
})

describe('The portal with a back end of its own in the page', () => {
  let site: Awaited<ReturnType<typeof servePortal>>
  let portal: PortalPage
  beforeAll(async () => {
    site = await servePortal(project.build({ mock: true }))
    portal = await openPortal(browser, site.url, { locale: 'en' })
  })
  afterAll(async () => {
    await portal?.close()
    await site?.close()
  })

  it('shows which terminal needs somebody, without a server behind it', async () => {
    const { page, complaints } = portal
    await page.getByRole('button', { name: /Lin Xiao/ }).click()
    await page.getByRole('link', { name: /10000004/ }).waitFor()
    expect(await page.title()).toBe('Which terminal needs me? · My terminals')
    expect(complaints).toEqual([])
  })

  it('takes an act, and shows what came of it', async () => {
    const { page, complaints } = portal
    await page.goto(`${site.url}/t/life-4/money`)
    await page.getByRole('button', { name: 'Agree' }).click()
    await page.getByText('You agreed').waitFor()
    expect(complaints).toEqual([])
  })
})

describe('The first page', () => {
  it('is small: one language, no form, no machine, no diagram', async () => {
    const folder = project.build({ mock: false })
    const site = await servePortal(folder, async () => Response.json({ items: [], nextCursor: null }))
    const { page, close } = await openPortal(browser, site.url, {
      locale: 'zh-CN',
      person: 'owner-1',
      wait: false,
    })
    const fetched: string[] = []
    page.on('response', (response) => fetched.push(new URL(response.url()).pathname))
    await page.goto(site.url)
    await page.getByText('您的终端将显示在这里').waitFor()
    await page.waitForLoadState('networkidle')
    await close()
    await site.close()
    const files = fetched.filter((path) => path === '/' || path.startsWith('/assets/'))
    const counted = files.filter((path) => !/\/(fonts|noto)/.test(path))
    const sizes = counted.map((path) => {
      const file = readFileSync(join(folder, path === '/' ? 'index.html' : path))
      return [path, gzipSync(file, { level: 9 }).length] as const
    })
    const total = sizes.reduce((sum, [, size]) => sum + size, 0)
    expect(counted.filter((path) => /apply|diagram|forms/.test(path))).toEqual([])
    expect({ total, sizes }).toEqual({ total: Math.min(total, mostAtFirst), sizes })
  })
})
