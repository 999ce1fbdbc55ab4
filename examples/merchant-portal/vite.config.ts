import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type Rolldown } from 'vite'
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
 * Zod brings a compiler and a maker of code, which the policy forbids, what reads values that hold themselves, which no JSON does, and a
 * writer of JSON Schema, which no page calls: 15 kB that everybody would wait for. Without the compiler the library reads as it does with a
 * Zod that has none; what the writer makes throws when it is used.
 */
const zodReadsOnly = (): Plugin => ({
  name: 'zod-reads-only',
  enforce: 'pre',
  transform: (code, id) => {
    // Its own English too: what is wrong with a form is said by the library, in the reader's language.
    if (/zod\/v4\/locales\/en\.js$/.test(id)) return 'export default () => ({})'
    const [, file] =
      /zod\/v4\/core\/(compile|doc|memoizer|json-schema-processors|to-json-schema)\.js$/.exec(id) ?? []
    if (file === undefined) return null
    const names = [...code.matchAll(/^export (?:const|function|class) (\w+)/gm)].map(([, name]) => name)
    const value = { compile: 'undefined', memoizer: '() => undefined' }[file] ?? '() => leftOut'
    const leftOut = `const leftOut = () => { throw new Error('left out of this page') }`
    return [leftOut, ...names.map((name) => `export const ${name} = ${value}`)].join('\n')
  },
})

const reaches = (
  from: string,
  to: string,
  chunks: readonly Rolldown.OutputChunk[],
  seen = new Set([from]),
): boolean => {
  for (const one of seen)
    for (const next of chunks.find(({ fileName }) => fileName === one)?.imports ?? []) seen.add(next)
  return seen.has(to)
}

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
      const needed = new Set([start])
      for (const { imports } of needed)
        for (const chunk of chunks) if (imports.includes(chunk.fileName)) needed.add(chunk)
      // A file that waits for itself works or fails by which of both a page asks for first.
      const circle = [...needed].find(({ fileName, imports }) =>
        imports.some((one) => reaches(one, fileName, chunks)),
      )
      if (circle) throw new Error(`${circle.fileName} imports itself by way of another file`)
      const styles = new Set(
        [...needed].flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]),
      )
      const href = (file: string) => ({ crossorigin: true, href: `${base}${file}` })
      return [
        ...[...styles].map((file) => {
          return { tag: 'link', injectTo: 'head', attrs: { rel: 'stylesheet', ...href(file) } } as const
        }),
        ...[...needed].map(({ fileName }) => {
          return {
            tag: 'link',
            injectTo: 'head',
            attrs: { rel: 'modulepreload', ...href(fileName) },
          } as const
        }),
      ]
    },
  }
}

/**
 * One file for what every page has and one for what all pages of a terminal have, in place of twenty small ones: a browser that asks
 * six at a time waits for each six. What `main.ts` has is apart, so that Zod's settings are made before the rest is read, and so are
 * words, of which one language is fetched.
 */
const fewFiles = (): Rolldown.CodeSplittingOptions => {
  const ownPackages = /\/(wouter|regexparam|react|react-dom|scheduler|use-sync-external-store)\//
  const roots = { shared: '/src/start.tsx', terminal: '/src/case-pages.tsx' }
  const known = new Map<string, Set<string>>()
  const reachedFrom = (ending: string, context: Rolldown.ChunkingContext): ReadonlySet<string> => {
    const found = known.get(ending) ?? new Set([`${import.meta.dirname}${ending}`])
    known.set(ending, found)
    for (const id of found) for (const one of context.getModuleInfo(id)?.importedIds ?? []) found.add(one)
    return found
  }
  return {
    includeDependenciesRecursively: false,
    groups: [
      {
        name: 'first',
        test: /zod\/v4\/core\/(core|util)\.js$|vite\/preload-helper|src\/words\/language\.ts$/,
        priority: 2,
      },
      {
        debugName: 'pages',
        test: (id) => id.startsWith(`${import.meta.dirname}/src/`) || ownPackages.test(id),
        name: (id, context) =>
          Object.entries(roots).find(([, ending]) => reachedFrom(ending, context).has(id))?.[0] ?? null,
        priority: 1,
      },
    ],
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
    rolldownOptions: { output: { codeSplitting: fewFiles() } },
  },
}))
