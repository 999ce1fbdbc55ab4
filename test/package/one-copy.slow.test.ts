import { execFileSync } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build } from 'esbuild'
import { expect, it } from 'vitest'

const root = realpathSync(process.cwd())
const { name, exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  name: string
  exports: Readonly<Record<string, unknown>>
}
const subpaths = Object.keys(exports)
  .filter((key) => key !== './package.json')
  .map((key) => name + key.slice(1))

/** Loads all subpaths and tells which files of dist that took, and which shared names are not one and the same thing. */
const program = `
  import { registerHooks } from 'node:module'
  const loaded = new Set()
  registerHooks({ load: (url, context, next) => { loaded.add(url); return next(url, context) } })
  const met = new Map(), apart = []
  for (const subpath of ${JSON.stringify(subpaths)}) {
    for (const [key, value] of Object.entries(await import(subpath))) {
      if (met.has(key) && met.get(key) !== value) apart.push(subpath + ' ' + key)
      met.set(key, value)
    }
  }
  console.log(JSON.stringify({ loaded: [...loaded].filter((url) => url.includes('/dist/')), apart }))`

const loadedBy = (...flags: readonly string[]): { loaded: readonly string[]; apart: readonly string[] } => {
  const args = [...flags, '--input-type=module', '--eval', program]
  const { loaded, apart } = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))
  const own = (loaded as string[]).map((url) => relative(root, fileURLToPath(url)).replaceAll('\\', '/'))
  return { loaded: own.filter((path) => path.startsWith('dist/')), apart }
}

const bundled = async (options: BuildOptions): Promise<readonly string[]> => {
  const { metafile } = await build({
    stdin: { contents: subpaths.map((id) => `import '${id}'`).join('\n'), resolveDir: root },
    external: ['xstate', 'zod', 'ky', 'msw', 'fast-check', 'node:*'],
    ignoreAnnotations: true,
    bundle: true,
    format: 'esm',
    write: false,
    metafile: true,
    logLevel: 'silent',
    ...options,
  })
  return Object.keys(metafile?.inputs ?? {}).filter((path) => path.startsWith('dist/'))
}

const isForNode = (path: string) => path.startsWith('dist/node/')

it('is loaded by Node from the files for Node alone, and a name of two subpaths is one thing', () => {
  const { loaded, apart } = loadedBy()
  expect(loaded.length).toBeGreaterThan(subpaths.length)
  expect(loaded.filter((path) => !isForNode(path))).toEqual([])
  expect(apart).toEqual([])
})

it('is one copy where Node is told to take what bundlers take', () => {
  const { loaded, apart } = loadedBy('--conditions=module')
  expect(loaded.filter(isForNode)).toEqual([])
  expect(apart).toEqual([])
})

it('is the same for a test runner as for Node', async () => {
  for (const subpath of ['.', './errors', './machine']) {
    const { default: file } = exports[subpath] as { default: string }
    const asNode = await import(new URL(`../../${file}`, import.meta.url).href)
    expect(await import(name + subpath.slice(1))).toBe(asNode)
  }
})

it.each([
  { platform: 'browser' },
  { platform: 'node' },
  { platform: 'browser', conditions: ['workerd', 'worker', 'browser'] },
] as const)('is bundled from single modules alone, with %o', async ({ platform, ...rest }) => {
  const inputs = await bundled({
    platform,
    ...('conditions' in rest && { conditions: [...rest.conditions] }),
  })
  expect(inputs.length).toBeGreaterThan(500)
  expect(inputs.filter(isForNode)).toEqual([])
})
