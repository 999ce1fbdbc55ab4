import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'
import { contentSecurityPolicy } from '../../examples/merchant-portal/csp.ts'
import { listen } from '../../src/server/node.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

/** A file below the folder; a path that is none is a page, and all pages are one file. */
const fileFor = async (folder: string, pathname: string): Promise<readonly [type: string, bytes: Buffer]> => {
  const ending = extname(pathname)
  const name = ending in types ? normalize(pathname) : '/index.html'
  return [types[extname(name)] ?? 'application/octet-stream', await readFile(join(folder, name))]
}

/** As a host of files sends them: what is text is made small, once. */
const smaller = (known: Map<string, Uint8Array<ArrayBuffer>>, type: string, bytes: Buffer, name: string) => {
  if (!/^(text|application)\//.test(type)) return { headers: {}, body: new Uint8Array(bytes) }
  const body = known.get(name) ?? new Uint8Array(gzipSync(bytes, { level: 9 }))
  known.set(name, body)
  return { headers: { 'content-encoding': 'gzip' }, body }
}

export type Handle = (request: Request) => Promise<Response>

/** Serves a built portal on this machine below a strict policy, and beside it a back end, where there is one. */
export const servePortal = (folder: string, handle?: Handle) => {
  const known = new Map<string, Uint8Array<ArrayBuffer>>()
  return listen(async (request) => {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/v1/')) return handle?.(request) ?? new Response(null, { status: 404 })
    try {
      const [type, bytes] = await fileFor(folder, pathname)
      const { headers, body } = smaller(known, type, bytes, type === types['.html'] ? '/' : pathname)
      const own = { 'content-type': type, 'content-security-policy': contentSecurityPolicy }
      return new Response(body, { headers: { ...own, ...headers } })
    } catch {
      return new Response(null, { status: 404 })
    }
  })
}
