import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, extname, join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Context, Hono } from 'hono'
import { fontFolder } from './fonts.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

const etagOf = (body: Uint8Array | string): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`

/** Asked again each time, and sent only where it has changed. */
const sent = (context: Context, path: string, body: Uint8Array<ArrayBuffer> | string) => {
  const etag = etagOf(body)
  const headers = { etag, 'cache-control': 'no-cache' }
  if (context.req.header('if-none-match') === etag) return context.body(null, 304, headers)
  return context.body(body, 200, {
    ...headers,
    'content-type': types[extname(path)] ?? 'application/octet-stream',
  })
}

const here = import.meta.dirname
/** The look that portal and console share comes with the package; a folder `look` of your own wins. */
const lookFolder = [
  join(here, 'look'),
  join(here, '..', 'look'),
  join(dirname(fileURLToPath(import.meta.resolve('terminal-lifecycle/package.json'))), 'examples', 'look'),
].find((folder) => existsSync(join(folder, 'look.css')))
if (lookFolder === undefined)
  throw new Error('The folder look is missing: copy it from the examples of the package.')

const text = (path: string): string => readFileSync(path, 'utf8')
/** One file of the three, so that a page waits for one. */
const look = ['tokens', 'elements', 'parts'].map((name) => text(join(lookFolder, `${name}.css`))).join('\n')
const assets: Readonly<Record<string, string>> = {
  'console.css': look + text(join(here, 'console', 'public', 'console.css')),
  'console.js': text(join(here, 'console', 'public', 'console.js')),
}

const inside = (folder: string, path: string): string | undefined => {
  const found = resolve(folder, `.${sep}${path}`)
  return found.startsWith(resolve(folder) + sep) && existsSync(found) && extname(found) !== ''
    ? found
    : undefined
}

export const sharedFiles = new Hono()
sharedFiles.get('/assets/:name', (context) => {
  const name = context.req.param('name')
  const body = Object.hasOwn(assets, name) ? assets[name] : undefined
  return body === undefined ? context.notFound() : sent(context, name, body)
})
sharedFiles.get('/fonts/*', (context) => {
  const found = inside(fontFolder, context.req.path.replace(/^.*\/fonts\//, ''))
  return found ? sent(context, found, readFileSync(found)) : context.notFound()
})

/** A built single page: what is no file of it is a page of it. */
export const portalFiles = (folder: string): Hono => {
  const app = new Hono()
  app.get('/*', (context) => {
    const path = inside(folder, decodeURIComponent(context.req.path)) ?? join(folder, 'index.html')
    return sent(context, path, readFileSync(path))
  })
  return app
}
