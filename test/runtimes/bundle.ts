import { globSync, readFileSync } from 'node:fs'
import { build } from 'esbuild'

/** The tests of machine, contract and client as one file for the web platform, which needs no runner. */
export interface TestBundle {
  readonly code: string
  readonly files: readonly string[]
  /** Test files that reach a module of Node or the runner's own clocks, by whatever way: they run in Node alone. */
  readonly leftOut: readonly string[]
}

/** Does it replace clocks or globals? The shim only waits. */
const needsRunner = (path: string): boolean =>
  path.startsWith('test/') &&
  path !== 'test/runtimes/shim.ts' &&
  /\bvi\.(?!waitFor\b)/.test(readFileSync(path, 'utf8'))

const testFiles = (): readonly string[] =>
  globSync(['test/client/**/*.test.ts', 'test/contract/**/*.test.ts', 'test/machine/**/*.test.ts'])
    .filter((file) => !/\.(slow|browser)\.test\.ts$/.test(file))
    .sort()

const bundle = async (files: readonly string[]) => {
  const loads = files.map((file) => `${JSON.stringify(file)}: () => import('./${file}')`)
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: `import { runFiles } from './test/runtimes/shim.ts'
        export const run = () => runFiles({ ${loads.join(', ')} })
        // A page has no other way to call it.
        globalThis.inPage = { run }`,
      resolveDir: process.cwd(),
    },
    alias: { vitest: './test/runtimes/shim.ts' },
    nodePaths: ['tools/runtimes/node_modules'],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    external: ['node:*'],
    // Seeds of longer walks are asked for from outside, where there is an outside.
    define: { 'process.env': '{}' },
    target: 'es2022',
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  return { code: outputFiles[0]?.text ?? '', inputs: metafile.inputs }
}

export const bundleTests = async (): Promise<TestBundle> => {
  const all = testFiles()
  const { inputs } = await bundle(all)
  const reachesNode = (path: string, seen = new Set<string>()): boolean => {
    if (path.startsWith('node:') || needsRunner(path)) return true
    if (seen.has(path)) return false
    seen.add(path)
    return (inputs[path]?.imports ?? []).some((next) => reachesNode(next.path, seen))
  }
  const leftOut = all.filter((file) => reachesNode(file))
  const files = all.filter((file) => !leftOut.includes(file))
  return { code: (await bundle(files)).code, files, leftOut }
}
