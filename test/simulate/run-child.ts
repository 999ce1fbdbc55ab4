import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Tally } from './tally.ts'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))

export interface Played extends Tally {
  readonly digests: readonly string[]
}

/** In a process of its own: a simulation takes the place of everything that a process has of its own. */
export const simulated = (...options: readonly string[]): Promise<Played> =>
  new Promise((resolve, reject) => {
    const given = ['--disable-warning=ExperimentalWarning', main, '--json', ...options]
    execFile(process.execPath, given, { maxBuffer: 2 ** 26 }, (error, out, told) => {
      const last = out.trimEnd().split('\n').at(-1) ?? ''
      // Where something broke it ends with 1, and says what.
      if (last.startsWith('{')) resolve(JSON.parse(last) as Played)
      else reject(error ?? new Error(told))
    })
  })
