import { parseArgs } from 'node:util'
import { duties, type Locale, locales } from '../domain/index.ts'
import { portfolioEncodings } from '../schemas/index.ts'

const options = {
  data: { type: 'string', default: 'data' },
  json: { type: 'boolean', default: false },
  locale: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'V', default: false },
  'accept-incomplete': { type: 'boolean', default: false },
  csv: { type: 'boolean', default: false },
  'from-journal': { type: 'boolean', default: false },
  duty: { type: 'string' },
  overdue: { type: 'boolean', default: false },
  limit: { type: 'string', default: '50' },
  out: { type: 'string' },
  map: { type: 'string' },
  encoding: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  rules: { type: 'string' },
  person: { type: 'string', default: 'operator' },
  port: { type: 'string', default: '0' },
  people: { type: 'string' },
  systems: { type: 'string' },
} as const

/** Of a page of work. */
const mostItems = 1_000
const highestPort = 65_535

const isLocale = (text: string): text is Locale => (locales as readonly string[]).includes(text)

const parse = (args: readonly string[]) =>
  parseArgs({ args: [...args], options, allowPositionals: true, tokens: true })

type Name = keyof typeof options

const everywhere: readonly Name[] = ['data', 'locale', 'help', 'version']
const home: readonly Name[] = [...everywhere, 'json', 'accept-incomplete']

/** What each command reads. Who asks another one for less than it does, such as a restore to write nothing, is told so. */
const reads: Readonly<Record<string, readonly Name[]>> = {
  ...{ health: home, why: home, audit: home, verify: home, backup: home },
  work: [...home, 'duty', 'overdue', 'limit'],
  dossier: [...home, 'csv', 'out'],
  restore: [...home, 'from-journal'],
  purge: [...home, 'dry-run', 'person', 'rules'],
  migrate: [...home, 'dry-run'],
  import: [...home, 'map', 'encoding', 'dry-run', 'person'],
  serve: [...everywhere, 'port', 'people', 'systems'],
}

/** An option that the command does not read: it would be left out without a word. */
const unread = (command: string, given: readonly Name[]): string | undefined => {
  const known = Object.hasOwn(reads, command) ? reads[command] : undefined
  const strange = given.find((name) => known && !known.includes(name))
  return strange && `${command} --${strange}`
}

/** The one of ours that is nearest to the language of the machine. */
export const localeOf = (language: string): Locale =>
  language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'

/** Which language a command line asks for that makes no sense otherwise. */
export const languageIn = (args: readonly string[]): string | undefined => {
  const place = args.indexOf('--locale')
  return place === -1 ? undefined : args[place + 1]
}

/** A command line that makes sense. */
export interface Asked {
  readonly command: string
  readonly rest: readonly string[]
  readonly values: ReturnType<typeof parse>['values']
  readonly locale: Locale
}

/** Each command and option by its name, as it is typed. */
export const everyName: readonly string[] = [
  ...Object.keys(reads),
  ...Object.keys(options).map((name) => `--${name}`),
]

/** What an error of `parseArgs` names, such as `--colour`. */
const namedIn = (error: unknown): string => /'(-[^' ]*)/.exec(String(error))?.[1] ?? '--'

/** As text, the option that there is none of, that lacks its value or has one that cannot be, or that nobody would read. */
export const askedBy = (args: readonly string[], language: string): Asked | string => {
  try {
    const { values, positionals, tokens } = parse(args)
    const locale = values.locale ?? localeOf(language)
    const isCount = (text: string): boolean => /^\d{1,6}$/.test(text)
    if (!isLocale(locale)) return '--locale'
    if (!isCount(values.limit) || !(Number(values.limit) >= 1 && Number(values.limit) <= mostItems))
      return '--limit'
    if (!isCount(values.port) || Number(values.port) > highestPort) return '--port'
    if (values.duty !== undefined && !(duties as readonly string[]).includes(values.duty)) return '--duty'
    if (values.encoding !== undefined && !(portfolioEncodings as readonly string[]).includes(values.encoding))
      return '--encoding'
    const [command = 'help', ...rest] = positionals
    const given = tokens.flatMap((token) => (token.kind === 'option' ? [token.name as Name] : []))
    const instead = values.help ? 'help' : values.version ? 'version' : undefined
    const left = instead ? undefined : unread(command, given)
    if (left !== undefined) return left
    return { command: instead ?? command, rest, values, locale }
  } catch (error) {
    return namedIn(error)
  }
}
