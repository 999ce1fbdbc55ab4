import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { portalProject } from '../../test/browser/build-portal.ts'
import { launch } from '../../test/browser/chromium.ts'
import { servePortal } from '../../test/browser/portal-site.ts'
import { temporaryFolder } from '../folder.ts'
import { barePage } from './bare.ts'

type Seed = typeof import('../../examples/merchant-portal/mock/seed.ts')

/** The built portal over a back end with its terminals, the bare page, and a browser; all of it ends with the process. */
export const openPages = async () => {
  const project = portalProject()
  process.on('exit', project.remove)
  // From the copy, which has its packages beside it as its user has them.
  const { seededHouse } = (await import(pathToFileURL(join(project.folder, 'mock', 'seed.ts')).href)) as Seed
  const { handle, runtime } = await seededHouse()
  void runtime.run({ signal: new AbortController().signal })

  const bare = await barePage()
  const folder = join(temporaryFolder(), 'bare')
  mkdirSync(folder)
  for (const [name, text] of Object.entries(bare.files)) writeFileSync(join(folder, name), text)
  return {
    portal: (await servePortal(project.build({ mock: false }), handle)).url,
    bare: (await servePortal(folder, bare.handle)).url,
    browser: await launch(),
  }
}
