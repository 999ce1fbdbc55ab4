import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

const pack = (): Uint8Array => {
  const folder = mkdtempSync(join(tmpdir(), 'packed-'))
  try {
    const args = ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder]
    const shell = process.platform === 'win32'
    return readFileSync(
      join(folder, execFileSync('npm', args, { cwd: root, encoding: 'utf8', shell }).trim()),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
let tarball: Uint8Array | undefined

/** Puts into this folder what an installation of the package puts into its own. */
export const unpackInto = (place: string): void => {
  tarball ??= pack()
  mkdirSync(place, { recursive: true })
  execFileSync('tar', ['-xzf', '-', '-C', place, '--strip-components=1'], { input: tarball })
}
