import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs'
import { checkOptions } from '../../errors/index.ts'
import type { LedgerFile, LedgerLine } from '../index.ts'

/** Lines that were written whole; the last one may have been cut off by a crash, and then it was never answered. */
const whole = (text: string): string => text.slice(0, text.lastIndexOf('\n') + 1)

/**
 * Append-only JSON lines. Each line is on the disk before `append` returns, so that what the mock has answered outlives
 * both the process and the machine. The file belongs to one mock at a time.
 */
export const ledgerFile = (path: string): LedgerFile & { close(): void } => {
  checkOptions({ path }, { path: 'string' })
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const kept = whole(text)
  if (kept.length < text.length) truncateSync(path, Buffer.byteLength(kept))
  const file = openSync(path, 'a')
  return {
    read: () =>
      kept
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as LedgerLine),
    append: (line) => {
      writeSync(file, `${JSON.stringify(line)}\n`)
      fsyncSync(file)
    },
    close: () => closeSync(file),
  }
}
