import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { contentSecurityPolicy } from './csp.ts'

/** The policy stands in what is built. While developing, Vite itself needs scripts in the page. */
const policyInPage = (): Plugin => ({
  name: 'policy-in-page',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      injectTo: 'head-prepend',
      attrs: {
        'http-equiv': 'Content-Security-Policy',
        // A `meta` element cannot say it, and Chromium complains about it.
        content: contentSecurityPolicy.replace(/; frame-ancestors .*$/, ''),
      },
    },
  ],
})

/**
 * Zod brings a compiler, which the policy forbids, and a writer of JSON Schema, which no page calls: 13 kB that everybody would
 * wait for. Without the compiler the library reads as it does with a Zod that has none; what the writer makes throws when it is used.
 */
const zodReadsOnly = (): Plugin => ({
  name: 'zod-reads-only',
  enforce: 'pre',
  transform: (code, id) => {
    // Its own English too: what is wrong with a form is said by the library, in the reader's language.
    if (/zod\/v4\/locales\/en\.js$/.test(id)) return 'export default () => ({})'
    const [, file] = /zod\/v4\/core\/(compile|json-schema-processors|to-json-schema)\.js$/.exec(id) ?? []
    if (file === undefined) return null
    const names = [...code.matchAll(/^export (?:const|function|class) (\w+)/gm)].map(([, name]) => name)
    const value = file === 'compile' ? 'undefined' : '() => leftOut'
    const leftOut = `const leftOut = () => { throw new Error('left out of this page') }`
    return [leftOut, ...names.map((name) => `export const ${name} = ${value}`)].join('\n')
  },
})

/**
 * The page starts with a small file, so that Zod is told first not to make code; what that file then loads stands in the page already, with
 * its style. Without it each of them would be asked for when the one before has been read.
 */
const startsAtOnce = (): Plugin => {
  let base = '/'
  return {
    name: 'starts-at-once',
    configResolved: (config) => {
      base = config.base
    },
    apply: 'build',
    enforce: 'post',
    transformIndexHtml: (_, { bundle = {} }) => {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const start = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/src/start.tsx'))
      if (!start) throw new Error('src/start.tsx is no chunk of its own any more')
      const { viteMetadata, fileName, imports } = start
      const href = (file: string) => ({ crossorigin: true, href: `${base}${file}` })
      return [
        ...[...(viteMetadata?.importedCss ?? [])].map((file) => {
          return { tag: 'link', injectTo: 'head', attrs: { rel: 'stylesheet', ...href(file) } } as const
        }),
        ...[fileName, ...imports].map((file) => {
          return { tag: 'link', injectTo: 'head', attrs: { rel: 'modulepreload', ...href(file) } } as const
        }),
      ]
    },
  }
}

/** The worker of msw, which in mock mode answers in place of a back end. */
const mockWorker = (): Plugin => {
  const source = () => readFileSync(fileURLToPath(import.meta.resolve('msw/mockServiceWorker.js')), 'utf8')
  return {
    name: 'mock-worker',
    configureServer: ({ middlewares }) => {
      middlewares.use('/mockServiceWorker.js', (_, response) => {
        response.setHeader('content-type', 'text/javascript')
        response.end(source())
      })
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'mockServiceWorker.js', source: source() })
    },
  }
}

export default defineConfig(({ mode }) => ({
  plugins: [react(), zodReadsOnly(), startsAtOnce(), policyInPage(), mode === 'mock' && mockWorker()],
  // A back end of your own, while developing: VITE_BACKEND=http://127.0.0.1:8080 npm run dev
  server: { proxy: process.env.VITE_BACKEND ? { '/v1': process.env.VITE_BACKEND } : {} },
  build: {
    target: 'es2023',
    // Under the policy nothing may stand in the page, small files neither.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: 'manifest.json',
    chunkSizeWarningLimit: 2000,
  },
}))
