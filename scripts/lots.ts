// npm run mutate -- --lot 80 --seed 1 machine/rules: of all changes of a room only so many are tried, drawn by lot: every one may be
// drawn, so that the share that tests notice is that of the room, as near as so many can tell. Kept in proof/lots.json.
import { createHash } from 'node:crypto'
import { isUnnoticed, kept, type Mutated, placed, type Report, type Survivor, staleIn } from './mutants.ts'

export interface Lot {
  readonly seed: string
  /** How many changes the room has. */
  readonly of: number
  /** And were tried: what is made once, while the sources are read, is not. */
  readonly drawn: number
  /** Before tests were written because of this lot. */
  readonly unnoticedAtFirst: number
  /** What is unnoticed now, by the path of its source. */
  readonly survivors: Readonly<Record<string, readonly Survivor[]>>
}
export type Lots = Readonly<Record<string, Lot>>

/** How many changes of these sources are drawn, or those that went unnoticed before; neither: all. */
export interface Draw {
  readonly sources: readonly string[]
  readonly count?: number
  readonly seed?: string
  readonly survivors?: Lot['survivors']
}

/** What `tools/mutation/runner.ts` writes. */
export interface Tried {
  /** How many changes there are, draw by draw. */
  readonly of: readonly number[]
  readonly mutants: readonly (Report['files'][string]['mutants'][number] & { readonly path: string })[]
  /** Tests that failed without any change, or after one. */
  readonly unfit: readonly string[]
}

/** The texts that have the smallest digests: which these are nobody can choose, and a seed repeats. */
export function drawn(all: readonly string[], count: number, seed: string): ReadonlySet<string> {
  const rank = (text: string): string => createHash('sha256').update(`${seed} ${text}`).digest('hex')
  const ranked = all
    .map((text) => [rank(text), text] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return new Set(ranked.slice(0, count).map(([, text]) => text))
}

export const nameOf = (path: string, { line, changed, to }: Omit<Survivor, 'reason'>): string =>
  [path, line, changed, to].join('\n')

export const namesIn = (survivors: Lot['survivors']): ReadonlySet<string> =>
  new Set(Object.entries(survivors).flatMap(([path, all]) => all.map((one) => nameOf(path, one))))

const unnoticedIn = (survivors: Lot['survivors']): number => Object.values(survivors).flat().length

/** How many of what was drawn are noticed, then and now. */
export const noticedOf = ({ drawn: all, unnoticedAtFirst, survivors }: Lot) => ({
  first: all - unnoticedAtFirst,
  now: all - unnoticedIn(survivors),
})

/** Of those, how many wait for a test: nobody has found why none should see them. */
export const waitingIn = ({ survivors }: Lot): number =>
  Object.values(survivors)
    .flat()
    .filter(({ reason }) => reason.startsWith('waits:')).length

const filled = (survivors: Lot['survivors']): Lot['survivors'] =>
  Object.fromEntries(Object.entries(survivors).filter(([, all]) => all.length > 0))

/** What a lot left unnoticed, as files that were changed in every place have it. */
const judged = (lot: Lot | undefined): Mutated =>
  Object.fromEntries(
    Object.entries(lot?.survivors ?? {}).map(([path, survivors]) => [
      path,
      { sha256: '', noticed: 0, unnoticed: survivors.length, untried: 0, survivors },
    ]),
  )

/** A lot as it is kept; what was judged before stays judged. */
export function lotOf(report: Report, before: Lot | undefined, seed: string, of: number): Lot {
  const tried = Object.entries(kept(report, judged(before))).filter(([path]) => report.files[path])
  const survivors = filled(Object.fromEntries(tried.map(([path, one]) => [path, one.survivors])))
  const noticed = tried.reduce((sum, [, one]) => sum + one.noticed, 0)
  const unnoticedAtFirst = unnoticedIn(survivors)
  return { seed, of, drawn: noticed + unnoticedAtFirst, unnoticedAtFirst, survivors }
}

/**
 * The lot when what it left unnoticed was tried again; what the report does not have stays as it was. Where the line itself is gone
 * nothing can be changed any more, and nothing noticed: it is out of the lot.
 */
export function triedAgain(lot: Lot, { files }: Report): Lot {
  const isGone = (path: string, { line }: Survivor): boolean =>
    files[path]?.source.split('\n').every((one) => one.trim() !== line) === true
  const named = Object.entries(files).flatMap(([path, { source, mutants }]) =>
    mutants
      .filter(({ status }) => status !== 'Ignored')
      .map((mutant) => [nameOf(path, placed(source, mutant)), isUnnoticed(mutant)] as const),
  )
  const tried = new Set(named.map(([name]) => name))
  const unnoticed = new Set(named.filter(([, is]) => is).map(([name]) => name))
  const left = (name: string): boolean => unnoticed.has(name) || !tried.has(name)
  const there = Object.entries(lot.survivors).map(
    ([path, all]) => [path, all.filter((one) => !isGone(path, one))] as const,
  )
  const gone = unnoticedIn(lot.survivors) - unnoticedIn(Object.fromEntries(there))
  const survivors = there.map(([path, all]) => [path, all.filter((one) => left(nameOf(path, one)))] as const)
  return {
    ...lot,
    drawn: lot.drawn - gone,
    unnoticedAtFirst: lot.unnoticedAtFirst - gone,
    survivors: filled(Object.fromEntries(survivors)),
  }
}

/** What is wrong with what a lot keeps, as for files that were changed in every place. */
export const staleInLot = (lot: Lot, sourceOf: (path: string) => string | undefined): readonly string[] =>
  staleIn(judged(lot), sourceOf)
