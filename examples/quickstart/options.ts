import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Locale, locales } from 'terminal-lifecycle/domain'
import { type PortfolioEncoding, portfolioEncodings } from 'terminal-lifecycle/schemas'
import { holdable } from './acquirer/controls.ts'
import { type CaseName, caseNames, isCaseName } from './cases/names.ts'

/** What the command line asks for. */
export interface Options {
  readonly help: boolean
  readonly locale: Locale
  /** What the merchant has got in writing is printed instead of the story, in these languages. */
  readonly letters: readonly Locale[] | undefined
  /** Where everything is kept: store, business time, the acquirer's file, the dossier. */
  readonly folder: string
  readonly portfolio: string
  /** How the portfolio is written, where its bytes do not say so. */
  readonly encoding: PortfolioEncoding | undefined
  /** False: the acquirer's systems are out of reach. */
  readonly acquirer: boolean
  /** Operations whose answers the mock holds back. */
  readonly held: readonly string[]
  /** Only this case; all of them when left out. */
  readonly case: CaseName | undefined
  /** False: the mock acquirer forgets idempotency keys, to show what they are good for. */
  readonly keys: boolean
}

/** A command line that cannot be understood; `message` tells what is wrong with it. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const here = fileURLToPath(new URL('.', import.meta.url))
const flags = {
  help: { type: 'boolean', short: 'h', default: false },
  locale: { type: 'string', default: 'en' },
  letters: { type: 'boolean', default: false },
  folder: { type: 'string', default: '.terminal-lifecycle/quickstart' },
  portfolio: { type: 'string', default: `${here}portfolio.csv` },
  encoding: { type: 'string' },
  'no-acquirer': { type: 'boolean', default: false },
  'without-keys': { type: 'boolean', default: false },
  fault: { type: 'string', multiple: true },
  case: { type: 'string' },
} as const

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: flags, strict: true }).values
  } catch (error) {
    // Node says it well: "Unknown option '--x'"; what follows the first sentence is for programmers
    throw new UsageError(error instanceof Error ? error.message.replace(/\. .*$/s, '') : String(error))
  }
}

const localeOf = (given: string): Locale => {
  const found = locales.find((locale) => locale.toLowerCase() === given.toLowerCase())
  if (found === undefined) throw new UsageError(`--locale ${given}: there are ${locales.join(', ')}.`)
  return found
}

/** Letters come in both languages where that is asked for; everything else in one. */
const languagesOf = ({ locale, letters }: ReturnType<typeof parse>): Pick<Options, 'locale' | 'letters'> => {
  if (locale.toLowerCase() === 'both') {
    if (!letters) throw new UsageError('--locale both: only --letters come in both languages.')
    return { locale: 'en', letters: locales }
  }
  const only = localeOf(locale)
  return { locale: only, letters: letters ? [only] : undefined }
}

const heldBy = (fault: string): string => {
  const [kind, operation = ''] = fault.split(':')
  if (kind !== 'hold' || !holdable.includes(operation)) {
    throw new UsageError(`--fault ${fault}: there are ${holdable.map((name) => `hold:${name}`).join(', ')}.`)
  }
  return operation
}

const caseOf = (given: string): CaseName => {
  if (!isCaseName(given)) throw new UsageError(`--case ${given}: there are ${caseNames.join(', ')}.`)
  return given
}

const encodingOf = (given: string): PortfolioEncoding => {
  const found = portfolioEncodings.find((encoding) => encoding === given.toLowerCase())
  if (found === undefined)
    throw new UsageError(`--encoding ${given}: there are ${portfolioEncodings.join(', ')}.`)
  return found
}

const fileOf = (given: string): string => {
  if (!existsSync(given)) throw new UsageError(`--portfolio ${given}: there is no such file.`)
  return resolve(given)
}

/** @throws {UsageError} for an option that is not known or a value that is not possible. */
export const readOptions = (args: readonly string[]): Options => {
  const given = parse(args)
  return {
    help: given.help,
    ...languagesOf(given),
    folder: resolve(given.folder),
    portfolio: fileOf(given.portfolio),
    encoding: given.encoding === undefined ? undefined : encodingOf(given.encoding),
    acquirer: !given['no-acquirer'],
    held: (given.fault ?? []).map(heldBy),
    case: given.case === undefined ? undefined : caseOf(given.case),
    keys: !given['without-keys'],
  }
}
