import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder that is gone when the process ends. */
export const temporaryFolder = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-bench-'))
  process.on('exit', () => rmSync(path, { recursive: true, force: true }))
  return path
}
