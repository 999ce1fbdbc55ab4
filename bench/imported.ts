import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildSync } from 'esbuild'
import { Cost } from './compare.ts'
import { temporaryFolder } from './folder.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const program = (specifiers: readonly string[]) => `
  const [cpu, wall] = [process.cpuUsage(), performance.now()]
  for (const specifier of ${JSON.stringify(specifiers)}) await import(specifier)
  const { user, system } = process.cpuUsage(cpu)
  console.log(JSON.stringify([(user + system) / 1_000, performance.now() - wall]))
  process.exit()`

/** What importing these costs in a new process that does nothing else. */
export const imported =
  (...specifiers: readonly string[]) =>
  (): Cost => {
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program(specifiers)], {
      cwd: root,
      encoding: 'utf8',
    })
    const [cpu, wall] = JSON.parse(stdout) as [number, number]
    return new Cost(cpu, wall)
  }

/** A module and what it imports, in one file; its address. */
export const inOneFile = (name: string, contents: string): string => {
  const outfile = join(temporaryFolder(), `${name}.mjs`)
  buildSync({
    stdin: { contents, resolveDir: root },
    ...{ bundle: true, format: 'esm', platform: 'node', outfile },
  })
  return pathToFileURL(outfile).href
}

export const stack = `export * as xstate from 'xstate'; export * as zod from 'zod'`
