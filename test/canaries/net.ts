import { inspect } from 'node:util'
import type { Canary } from './canaries.ts'

/** Everything where something can end. */
export const sinkKinds = [
  'error',
  'answer',
  'request',
  'reply',
  'hook',
  'callback',
  'record',
  'journal',
  'changes',
  'work',
  'view',
  'letter',
  'health',
  'tables',
  'bytes',
  'delivery',
  'import',
  'console',
] as const
export type SinkKind = (typeof sinkKinds)[number]

export interface Hit {
  readonly kind: SinkKind
  readonly canary: string
  readonly family: Canary['family']
  readonly source: string
  readonly seen: string
}

const json = (value: unknown): string => {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    return ''
  }
}

/** Every way in which an error ends up in a log. */
const printed = (error: Error): string => {
  const clone = (() => {
    try {
      return inspect(structuredClone(error), { depth: null, showHidden: true })
    } catch {
      return ''
    }
  })()
  const whole = inspect(error, { depth: null, showHidden: true, getters: true })
  const cause = error.cause === undefined ? '' : inspect(error.cause, { depth: null, showHidden: true })
  return [whole, json({ error }), String(error), error.stack, clone, cause].join('\n')
}

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value
  return value instanceof Error ? printed(value) : json(value)
}

/** Catches what comes out, and counts what was put in. */
export const createNet = () => {
  const hits: Hit[] = []
  const looked = new Map<SinkKind, number>()
  const paths = new Map<string, number>()
  let current: { canary: Canary; source: string } | undefined

  const search = (kind: SinkKind, text: string, { name, family, needles }: Canary, source: string) => {
    const needle = needles.find((one) => text.includes(one))
    if (needle === undefined) return
    const at = text.indexOf(needle)
    hits.push({
      kind,
      canary: name,
      family,
      source,
      seen: text.slice(Math.max(0, at - 80), at + needle.length + 20),
    })
  }

  return {
    hits,
    looked,
    /** Planted places by group of sources. */
    paths,
    get total() {
      return [...paths.values()].reduce((sum, count) => sum + count, 0)
    },
    /** From here on this canary is looked for. */
    planted(canary: Canary, group: string, source: string) {
      current = { canary, source: `${group} ${source}` }
      paths.set(group, (paths.get(group) ?? 0) + 1)
    },
    /** Something came out: of the canary that was planted last. */
    see(kind: SinkKind, value: unknown) {
      looked.set(kind, (looked.get(kind) ?? 0) + 1)
      if (current) search(kind, textOf(value), current.canary, current.source)
    },
    /** Everything that is there at the end, searched for all that was planted. */
    sift(kind: SinkKind, value: unknown, canaries: readonly Canary[], source: string) {
      looked.set(kind, (looked.get(kind) ?? 0) + 1)
      const text = textOf(value)
      for (const canary of canaries) search(kind, text, canary, source)
    },
  }
}
export type Net = ReturnType<typeof createNet>
