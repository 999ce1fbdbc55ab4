import type { Browser } from 'playwright-core'
import { type openHouse, people } from '../../examples/merchant-portal/mock/house.ts'
import { seededHouse } from '../../examples/merchant-portal/mock/seed.ts'
import { portalProject } from './build-portal.ts'
import { launch } from './chromium.ts'
import { openPortal, type PortalOptions, type PortalPage } from './portal-page.ts'
import { type Handle, servePortal } from './portal-site.ts'

export const clerk = people['clerk-token']

/** The built portal beside a real back end on this machine, and a browser: what several tests share. */
export const openPortalHouse = async () => {
  const project = portalProject()
  const folder = project.build({ mock: false })
  let house: ReturnType<typeof openHouse> = await seededHouse()
  let handle: Handle | undefined
  const site = await servePortal(folder, (request) => (handle ?? house.handle)(request))
  const browser: Browser = await launch()
  const running = new AbortController()
  const run = () => void house.runtime.run({ signal: running.signal })
  run()
  return {
    url: site.url,
    browser,
    house: () => house,
    /** Fresh terminals, as the stories left them. */
    begin: async (): Promise<void> => {
      house = await seededHouse()
      handle = undefined
      run()
    },
    /** Answers in place of the back end, until the next story begins. */
    answer: (instead: ((request: Request, back: Handle) => Promise<Response>) | undefined): void => {
      handle = instead && ((request) => instead(request, house.handle))
    },
    visit: (path: string, options: PortalOptions = {}): Promise<PortalPage> =>
      openPortal(browser, `${site.url}${path}`, { person: 'owner-1', ...options }),
    close: async (): Promise<void> => {
      running.abort()
      await browser.close()
      await site.close()
      project.remove()
    },
  }
}
export type PortalHouse = Awaited<ReturnType<typeof openPortalHouse>>
