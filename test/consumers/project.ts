import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unpackInto } from '../package/packed.ts'

const root = join(import.meta.dirname, '..', '..')
export const installed = (name: string): string => join(root, 'node_modules', name)
export const oldest = (name: string): string =>
  join(root, 'tools', 'consumers', 'node_modules', `${name}-oldest`)

export interface Consumer {
  readonly folder: string
  write(path: string, text: string): void
  /** Runs a program of Node to its end, in the folder; what it printed. It fails as the program does, with what that printed. */
  run(...args: readonly string[]): string
  remove(): void
}

/** Somebody's project: the packed package, and beside it the packages of these folders by the names that they are asked for. */
export const consumerWith = (packages: Readonly<Record<string, string>>): Consumer => {
  const folder = mkdtempSync(join(tmpdir(), 'consumer-'))
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  unpackInto(join(folder, 'node_modules', 'terminal-lifecycle'))
  // Copies, because a package that is linked finds what it needs where it really stands.
  for (const [name, from] of Object.entries(packages))
    cpSync(from, join(folder, 'node_modules', name), { recursive: true, dereference: true })
  symlinkSync(installed('@types'), join(folder, 'node_modules', '@types'), 'junction')
  const run = (...args: readonly string[]): string => {
    try {
      return execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
    } catch (error) {
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
      throw new Error(`${args.join(' ')} failed:\n${stdout}\n${stderr}`)
    }
  }
  return { folder, write, run, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
