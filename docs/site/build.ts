// npm run docs: the pages from their sources, the site of them, and what a generator does not do by itself.
// DOCS_BASE: the folder of the host that the site lies in, `/` if it is not set. DOCS_FAST: without the API, for who writes.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeApi } from './api.ts'
import { contentOf } from './content.ts'
import { faultsOf } from './dead-links.ts'
import { writeTexts } from './finish.ts'
import { writeFonts } from './fonts.ts'
import { writeMissing } from './missing.ts'
import { places, writePages } from './write.ts'

const root = join(import.meta.dirname, '../..')
const { content: folder, dist } = places(root)
const base = process.env.DOCS_BASE || '/'
const since = performance.now()
const say = (text: string): void =>
  console.log(`${((performance.now() - since) / 1000).toFixed(1).padStart(6)} s  ${text}`)

const api = mkdtempSync(join(tmpdir(), 'api-'))
try {
  if (!process.env.DOCS_FAST) {
    writeApi(root, api)
    say('API')
  }
  const content = contentOf(root, process.env.DOCS_FAST ? undefined : api)
  const { pages, navigation } = content
  writePages(root, pages)
  writeMissing(folder, base)
  writeFileSync(join(root, 'tools/docs/.navigation.json'), JSON.stringify(navigation))
  say(`${pages.length} pages`)
  const astro = join(root, 'tools/docs/node_modules/astro/bin/astro.mjs')
  execFileSync(process.execPath, [astro, 'build', '--root', 'tools/docs', '--silent'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  })
  // What it builds with is found from beside its packages only, so it builds there.
  rmSync(dist, { recursive: true, force: true })
  renameSync(join(root, 'tools/docs/dist'), dist)
  say('site')
  writeTexts(dist, content)
  execFileSync(process.execPath, ['scripts/playground.ts', '--out', join(dist, 'playground')], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  writeFonts(root, dist)
  say('playground')
  const faults = faultsOf(dist, base)
  for (const fault of faults.slice(0, 50)) console.error(fault)
  process.exitCode = faults.length > 0 ? 1 : 0
  say(`${faults.length} faults, ${dist}`)
} finally {
  rmSync(api, { recursive: true, force: true })
}
