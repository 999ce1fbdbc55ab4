import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Where a run keeps what has to outlive it. */
export interface Folder {
  readonly path: string
  at(...names: string[]): string
}

export const openFolder = (path: string): Folder => {
  mkdirSync(path, { recursive: true })
  return { path, at: (...names) => join(path, ...names) }
}

/** The whole text or what stood there before, never a part of it: also when the process dies or the power fails. */
export const writeWhole = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true })
  const draft = `${path}.${process.pid}.draft`
  const file = openSync(draft, 'w')
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(draft, path)
}

export const writeJson = (path: string, value: unknown): void =>
  writeWhole(path, `${JSON.stringify(value, null, 2)}\n`)

/** `undefined` when there is no such file. */
export const readText = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

export const readJson = <Value>(path: string): Value | undefined => {
  const text = readText(path)
  return text === undefined ? undefined : (JSON.parse(text) as Value)
}
