// Sources with changes in them, each behind a switch, by Stryker's instrumenter: first every change that there is, then those alone
// that are asked about, so that the others cost nothing.
import { readFileSync } from 'node:fs'
import { Instrumenter } from '@stryker-mutator/instrumenter'
import { drawn, nameOf, namesIn } from '../../scripts/lots.ts'
import { placed } from '../../scripts/mutants.ts'

const isOff = () => false
const log = { debug() {}, info() {}, warn: console.warn, isDebugEnabled: isOff, isTraceEnabled: isOff }
const options = { plugins: null, ignorers: [], excludedMutations: [], noHeader: false }

const instrument = async (sources) => {
  const { files, mutants } = await new Instrumenter(log).instrument(sources, options)
  return { files, mutants: mutants.map(fromOne) }
}

/** The instrumenter counts lines and columns from 0, a report from 1. */
const fromOne = ({ id, fileName, replacement, location: { start, end } }) => {
  const place = ({ line, column }) => ({ line: line + 1, column: column + 1 })
  return {
    id,
    path: fileName,
    replacement,
    range: { start, end },
    location: { start: place(start), end: place(end) },
  }
}

/** Two changes may read alike: their place tells them apart. */
const keyOf = ({ path, replacement, location }) => JSON.stringify([path, location, replacement])

/** What one draw asks about, out of all changes of its sources. */
const askedIn = async ({ sources, count, seed, survivors }) => {
  const contents = new Map(sources.map((path) => [path, readFileSync(path, 'utf8')]))
  const { mutants } = await instrument(
    [...contents].map(([name, content]) => ({ name, content, mutate: true })),
  )
  const unnoticed = survivors && namesIn(survivors)
  const chosen = count && drawn(mutants.map(keyOf), count, seed)
  const isAsked = (mutant) => {
    if (unnoticed) return unnoticed.has(nameOf(mutant.path, placed(contents.get(mutant.path), mutant)))
    return !chosen || chosen.has(keyOf(mutant))
  }
  return { of: mutants.length, asked: mutants.filter(isAsked) }
}

/** @param draws of scripts/lots.ts */
export async function instrumented(draws) {
  const rooms = await Promise.all(draws.map(askedIn))
  const asked = rooms.flatMap((room) => room.asked)
  const ranges = Map.groupBy(asked, ({ path }) => path)
  const { files, mutants } = await instrument(
    [...ranges].map(([name, own]) => ({
      name,
      content: readFileSync(name, 'utf8'),
      mutate: own.map(({ range }) => range),
    })),
  )
  // within the place of a change lie others, which nobody asked for
  const keys = new Set(asked.map(keyOf))
  return {
    files,
    of: rooms.map((room) => room.of),
    mutants: mutants.filter((mutant) => keys.has(keyOf(mutant))).map(({ range, ...mutant }) => mutant),
  }
}
