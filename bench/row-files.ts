import { readdirSync } from 'node:fs'

const folder = new URL('./rows/', import.meta.url)

const namesIn = (path: string): readonly string[] =>
  readdirSync(new URL(path, folder))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -3))

/** `rows/named` are those that take minutes, so they run only when they are named. */
const [always, named] = [namesIn('./'), namesIn('./named/')]

/** All row files, in the order of the table. */
export const rowFiles: readonly string[] = [...always, ...named]

/** What is asked for, or all that do not have to be named. */
export const chosen = (asked: readonly string[]): readonly string[] => {
  const unknown = asked.filter((name) => !rowFiles.includes(name))
  if (unknown.length > 0)
    throw new Error(`No such rows: ${unknown.join(', ')}. There are: ${rowFiles.join(', ')}`)
  return asked.length === 0 ? always : asked
}

export const addressOf = (name: string): string =>
  new URL(named.includes(name) ? `./named/${name}.ts` : `./${name}.ts`, folder).href
