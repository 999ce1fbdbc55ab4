// What a run of mutation testing found, as it is kept in proof/mutants.json.
import { createHash } from 'node:crypto'

/** A change that no test noticed, by the text that it changed, so that it outlives new lines above it. */
export interface Survivor {
  readonly line: string
  readonly changed: string
  readonly to: string
  /** Why no test has to notice it; empty until somebody has judged it. */
  readonly reason: string
}

export interface MutatedFile {
  /** Of the source that was changed. */
  readonly sha256: string
  readonly noticed: number
  readonly unnoticed: number
  /** Changes of what is made once, while the sources are read: they were not tried. */
  readonly untried: number
  readonly survivors: readonly Survivor[]
}
export type Mutated = Readonly<Record<string, MutatedFile>>

interface Place {
  readonly line: number
  readonly column: number
}

interface Placed {
  readonly replacement?: string
  readonly location: { readonly start: Place; readonly end: Place }
}

/** What was tried of each source. */
export interface Report {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly source: string
        readonly mutants: readonly (Placed & { readonly status: string })[]
      }
    >
  >
}

export const digest = (source: string): string => createHash('sha256').update(source).digest('hex')

const offset = (lines: readonly string[], { line, column }: Place): number =>
  lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0) + column - 1

const short = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, 160)

export const isUnnoticed = ({ status }: { readonly status: string }): boolean =>
  status === 'Survived' || status === 'NoCoverage'

/** A change by its text. */
export function placed(
  source: string,
  { location: { start, end }, replacement = '' }: Placed,
): Omit<Survivor, 'reason'> {
  const lines = source.split('\n')
  return {
    line: (lines[start.line - 1] ?? '').trim(),
    changed: short(source.slice(offset(lines, start), offset(lines, end))),
    to: short(replacement),
  }
}

/** A report as it is kept; what was judged before stays judged, and what was not tried this time stays as it was found. */
export function kept(report: Report, before: Mutated): Mutated {
  const files = Object.entries(report.files).map(([path, { source, mutants }]) => {
    const known = new Map(
      (before[path]?.survivors ?? []).map((one) => [`${one.line}\n${one.changed}\n${one.to}`, one.reason]),
    )
    const count = (...statuses: string[]) => mutants.filter(({ status }) => statuses.includes(status)).length
    const survivors = mutants.filter(isUnnoticed).map((mutant) => {
      const { line, changed, to } = placed(source, mutant)
      return { line, changed, to, reason: known.get(`${line}\n${changed}\n${to}`) ?? '' }
    })
    const one: MutatedFile = {
      sha256: digest(source),
      noticed: count('Killed', 'Timeout', 'RuntimeError', 'CompileError'),
      unnoticed: survivors.length,
      untried: count('Ignored'),
      survivors,
    }
    return [path, one] as const
  })
  return Object.fromEntries(
    Object.entries({ ...before, ...Object.fromEntries(files) }).sort(([one], [other]) =>
      one < other ? -1 : 1,
    ),
  )
}

/** What is wrong with what is kept, beside the sources as they are: a survivor whose line is gone, or that nobody has judged. */
export function staleIn(mutated: Mutated, sourceOf: (path: string) => string | undefined): readonly string[] {
  return Object.entries(mutated).flatMap(([path, { survivors }]) => {
    const source = sourceOf(path)
    if (source === undefined) return [`${path} is gone`]
    const lines = new Set(source.split('\n').map((line) => line.trim()))
    return survivors.flatMap(({ line, changed, to, reason }) => [
      ...(lines.has(line) ? [] : [`${path}: this line is gone: ${line}`]),
      ...(reason === '' ? [`${path}: nobody has judged ${changed} → ${to}`] : []),
    ])
  })
}
