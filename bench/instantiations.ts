import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { temporaryFolder } from './folder.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const consumers = join(root, 'bench', 'consumers')

/** A project of somebody who has installed this package and its peers. */
const project = (): string => {
  const home = temporaryFolder()
  mkdirSync(join(home, 'node_modules'))
  symlinkSync(root, join(home, 'node_modules', 'terminal-lifecycle'), 'junction')
  for (const name of ['xstate', 'zod', 'ky', '@types'])
    symlinkSync(join(root, 'node_modules', name), join(home, 'node_modules', name), 'junction')
  for (const file of readdirSync(consumers)) copyFileSync(join(consumers, file), join(home, file))
  writeFileSync(join(home, 'package.json'), '{ "type": "module" }')
  return home
}

const options = [
  ...['--noEmit', '--strict', '--skipLibCheck', '--allowImportingTsExtensions', '--extendedDiagnostics'],
  ...['--target', 'es2023', '--lib', 'ES2023,DOM,DOM.Iterable', '--module', 'nodenext'],
]

/**
 * How often the compiler (TypeScript 6) puts types into generic ones while it checks a program of `bench/consumers`. That
 * is what its time goes into, and it is the same number every time.
 *
 * @throws when the program does not compile.
 */
export const instantiations = (program: string): number => {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const { stdout, status } = spawnSync(process.execPath, [compiler, ...options, `${program}.ts`], {
    cwd: project(),
    encoding: 'utf8',
  })
  const found = /^Instantiations: +(\d+)$/m.exec(stdout)?.[1]
  if (status !== 0 || found === undefined) throw new Error(`${program} does not compile: ${stdout}`)
  return Number(found)
}
