import { terminalLifecycleMachine } from '../../src/machine/index.ts'

/** A state as the chart's author wrote it. */
interface Config {
  readonly id?: string
  readonly initial?: string
  readonly states?: Readonly<Record<string, Config>>
  readonly on?: Readonly<Record<string, unknown>>
  readonly always?: unknown
}

export interface Written {
  readonly from: string
  readonly to: string
  /** The event, or the guard of what happens by itself. */
  readonly why: string
}

const listOf = (value: unknown): readonly { target?: string; guard?: string }[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]) as readonly { target?: string }[]

const root = terminalLifecycleMachine.config as unknown as Config
const ids = new Map<string, string>()
export const paths: string[] = []

const visit = (config: Config, path: string): void => {
  if (path !== '') paths.push(path)
  if (config.id !== undefined) ids.set(config.id, path)
  for (const [name, inner] of Object.entries(config.states ?? {}))
    visit(inner, path === '' ? name : `${path}.${name}`)
}
visit(root, '')

const resolved = (target: string, from: string): string => {
  if (target.startsWith('#')) return ids.get(target.slice(1)) ?? target
  if (target.startsWith('.')) return `${from}${target}`
  return [...from.split('.').slice(0, -1), target].join('.')
}

const waysOf = (config: Config, path: string): readonly Written[] => [
  ...Object.entries(config.on ?? {}).flatMap(([type, value]) =>
    listOf(value).flatMap(({ target }) =>
      target ? [{ from: path, to: resolved(target, path), why: type }] : [],
    ),
  ),
  ...listOf(config.always).flatMap(({ target, guard = '' }) =>
    target ? [{ from: path, to: resolved(target, path), why: guard }] : [],
  ),
  ...Object.entries(config.states ?? {}).flatMap(([name, inner]) =>
    waysOf(inner, path === '' ? name : `${path}.${name}`),
  ),
]

/** What leads from one state to another, read from the chart's text and not from what XState makes of it. */
export const written: readonly Written[] = waysOf(root, '')
