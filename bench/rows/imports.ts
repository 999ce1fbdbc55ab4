import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildSync } from 'esbuild'
import { Cost, type Row } from '../compare.ts'
import { temporaryFolder } from '../folder.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

const program = (specifier: string) => `
  const [cpu, wall] = [process.cpuUsage(), performance.now()]
  await import(${JSON.stringify(specifier)})
  const { user, system } = process.cpuUsage(cpu)
  console.log(JSON.stringify([(user + system) / 1_000, performance.now() - wall]))
  process.exit()`

/** In a new process that does nothing else. */
const imported = (specifier: string) => (): Cost => {
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program(specifier)], {
    cwd: root,
    encoding: 'utf8',
  })
  const [cpu, wall] = JSON.parse(stdout) as [number, number]
  return new Cost(cpu, wall)
}

const stack = join(temporaryFolder(), 'stack.mjs')
buildSync({
  stdin: {
    contents: `export * as xstate from 'xstate'; export * as zod from 'zod'`,
    resolveDir: root,
  },
  ...{ bundle: true, format: 'esm', platform: 'node', outfile: stack },
})

export const rows: readonly Row[] = [
  {
    name: 'cold import of .',
    reference: 'xstate and zod in one file',
    budget: 1.2,
    candidate: imported('terminal-lifecycle'),
    control: imported(pathToFileURL(stack).href),
  },
  {
    name: 'cold import of ./machine',
    reference: 'xstate alone',
    budget: 2,
    candidate: imported('terminal-lifecycle/machine'),
    control: imported('xstate'),
  },
]
