import { execFileSync } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { listen } from '../../src/server/node.ts'

const root = join(import.meta.dirname, '../..')
const dist = join(root, 'docs/site/dist')
const sources = ['src/**/*.ts', 'docs/**/*.{md,ts,css,svg}', 'tools/docs/*.{ts,json}', '*.{md,json}']

/** Builds the site where there is none that is newer than what it is made of. */
export const ensureSite = (): void => {
  const built = join(dist, 'index.html')
  const files = globSync(sources, {
    cwd: root,
    exclude: (path) => /(^|[\\/])(dist|node_modules)$/.test(path),
  })
  const newest = Math.max(...files.map((file) => statSync(join(root, file)).mtimeMs))
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return
  execFileSync(process.execPath, ['docs/site/build.ts'], { cwd: root, stdio: ['ignore', 2, 2] })
}

/** Where the pages of the built site are that `which` wants, by their paths. */
export const pagesOf = (which: RegExp): readonly string[] =>
  globSync('**/index.html', { cwd: dist })
    .map((file) => file.replaceAll('\\', '/').replace(/index\.html$/, ''))
    .filter((path) => which.test(path))
    .sort()

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
}

/** The built site as a plain host of files would serve it. */
export const serveSite = () =>
  listen(async ({ url }) => {
    const path = normalize(decodeURIComponent(new URL(url).pathname))
    const file = join(dist, path.endsWith('/') ? `${path}index.html` : path)
    const body = await readFile(file).catch(() => undefined)
    return body
      ? new Response(body, {
          headers: { 'content-type': types[extname(file)] ?? 'application/octet-stream' },
        })
      : new Response(null, { status: 404 })
  })
