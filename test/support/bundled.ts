import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { build, type Plugin } from 'esbuild'

const root = join(import.meta.dirname, '../..')

/** What stands in place of what, by the file's path in this repository: another release, made of this one. */
export type Changes = Readonly<Record<string, readonly (readonly [from: string, to: string])[]>>

/** A change that no longer fits is an error: else both releases would be the same. */
function changed(path: string, text: string, changes: Changes): string {
  let whole = text
  for (const [from, to] of changes[path] ?? []) {
    if (whole.split(from).length !== 2) throw new Error(`${path} does not have this once: ${from}`)
    whole = whole.replace(from, () => to)
  }
  return whole
}

const changing = (changes: Changes): Plugin => ({
  name: 'changing',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const contents = changed(relative(root, path), readFileSync(path, 'utf8'), changes)
      return { contents, loader: 'ts' }
    })
  },
})

/**
 * A program of the tests as one file, which starts in less time: what is started hundreds of times, or is another release.
 *
 * @param outfile where it goes.
 * @param dirname what `import.meta.dirname` says in it: a folder of the sources.
 */
export async function bundled(
  entry: string,
  outfile: string,
  dirname: string,
  changes: Changes = {},
): Promise<string> {
  await build({
    ...{ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' },
    define: { 'import.meta.dirname': JSON.stringify(dirname) },
    plugins: [changing(changes)],
  })
  return outfile
}
