import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { listen } from '../../src/server/node.ts'

export const dist = join(import.meta.dirname, '../../docs/site/dist')

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
