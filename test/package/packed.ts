import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

const pack = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'packed-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const args = ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder]
  const shell = process.platform === 'win32'
  return join(folder, execFileSync('npm', args, { cwd: root, encoding: 'utf8', shell }).trim())
}
let tarball: string | undefined

/** Puts into this folder what an installation of the package puts into its own. */
export const unpackInto = (place: string): void => {
  tarball ??= pack()
  mkdirSync(place, { recursive: true })
  execFileSync('tar', ['-xzf', tarball, '-C', place, '--strip-components=1'])
}
