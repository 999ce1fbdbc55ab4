import { parseArgs } from 'node:util'
import { type Locale, locales } from '../domain/index.ts'

const options = {
  data: { type: 'string', default: 'data' },
  json: { type: 'boolean', default: false },
  locale: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
  'accept-incomplete': { type: 'boolean', default: false },
  duty: { type: 'string' },
  overdue: { type: 'boolean', default: false },
  limit: { type: 'string', default: '50' },
  out: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  person: { type: 'string', default: 'operator' },
  port: { type: 'string', default: '0' },
  people: { type: 'string' },
  systems: { type: 'string' },
} as const

const isLocale = (text: string): text is Locale => (locales as readonly string[]).includes(text)

const parse = (args: readonly string[]) => parseArgs({ args: [...args], options, allowPositionals: true })

/** A command line that makes sense. */
export interface Asked {
  readonly command: string
  readonly rest: readonly string[]
  readonly values: ReturnType<typeof parse>['values']
  readonly locale: Locale
}

/** `undefined`: an option that there is none of, without its value, or with one that cannot be. */
export const askedBy = (args: readonly string[], language: string): Asked | undefined => {
  try {
    const { values, positionals } = parse(args)
    const locale = values.locale ?? (language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en')
    const numbers = [values.limit, values.port].map(Number)
    if (!isLocale(locale) || numbers.some((number) => !Number.isInteger(number) || number < 0))
      return undefined
    const [command = 'help', ...rest] = positionals
    return { command: values.help ? 'help' : command, rest, values, locale }
  } catch {
    return undefined
  }
}
