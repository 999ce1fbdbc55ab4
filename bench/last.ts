import { readFileSync, writeFileSync } from 'node:fs'
import { writeFigures } from '../scripts/figures.ts'
import type { Figure } from './figure.ts'
import { rowFiles } from './row-files.ts'

/** A table as it is kept. Ratios and sizes only: nothing in it depends on one machine more than a ratio does. */
export interface Table {
  readonly versions: Readonly<Record<string, string>>
  readonly figures: readonly Figure[]
}

const last = new URL('./last.json', import.meta.url)

const versionOf = (name: string): string => {
  const manifest = new URL(`../node_modules/${name}/package.json`, import.meta.url)
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version
}

/** `last` is the table that is committed; anything else is a file that `--json` has written. */
export const readTable = (name: string): Table =>
  JSON.parse(readFileSync(name === 'last' ? last : name, 'utf8')) as Table

export const tableOf = (figures: readonly Figure[]): Table => ({
  versions: {
    node: process.versions.node,
    ...Object.fromEntries(['xstate', 'zod', 'ky'].map((name) => [name, versionOf(name)])),
  },
  figures,
})

/** Puts the new figures in the place of those from the same row files, and writes the README's. */
export const save = (figures: readonly Figure[]): void => {
  const ran = new Set(figures.map(({ rows }) => rows))
  const all = [...readTable('last').figures.filter(({ rows }) => !ran.has(rows)), ...figures]
    .filter(({ rows }) => rowFiles.includes(rows))
    .toSorted((a, b) => rowFiles.indexOf(a.rows) - rowFiles.indexOf(b.rows))
    .map(({ milliseconds: _, ...figure }) => figure)
  writeFileSync(last, `${JSON.stringify(tableOf(all), null, 2)}\n`)
  writeFigures()
}
