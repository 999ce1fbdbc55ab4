import type { Locale } from '../domain/index.ts'
import { checkOptions, describe, nearestName, StoreError } from '../errors/index.ts'
import { type Asked, askedBy, everyName, languageIn, localeOf } from './asked.ts'
import { audit } from './commands/audit.ts'
import { backup } from './commands/backup.ts'
import { dossier } from './commands/dossier.ts'
import { health } from './commands/health.ts'
import { importPortfolio } from './commands/import.ts'
import { migrate } from './commands/migrate.ts'
import { purge } from './commands/purge.ts'
import { restore } from './commands/restore.ts'
import { serve } from './commands/serve.ts'
import { verify, verifyFile } from './commands/verify.ts'
import { why } from './commands/why.ts'
import { work } from './commands/work.ts'
import { type Command, type End, ends, runtimeOver } from './context.ts'
import type { CommandHost } from './host.ts'
import { placeOf, withoutSecrets } from './place.ts'
import { unfitText } from './unfit.ts'
import { whereIn } from './where.ts'
import { type Words, wordsIn } from './words.ts'

const commands: Readonly<Record<string, Command>> = {
  ...{ health, why, work, audit, verify, dossier, backup, migrate, purge },
  import: importPortfolio,
}

/** They open what they need by themselves. */
const withoutHome: Readonly<Record<string, (asked: Asked, host: CommandHost) => Promise<End>>> = {
  ...{ serve, restore },
}

/** All others take one thing: a life, a file or a folder. */
const takesNothing: ReadonlySet<string> = new Set(['health', 'work', 'migrate', 'serve'])

/** What was not understood, and what the help says of that command or option. */
const misuse = ({ usage, help }: Words, what: string, name: string): string => {
  const meant = everyName.includes(name) ? undefined : nearestName(name, everyName)
  const lines = help.split('\n').filter((line) => line.trim().startsWith(`${name} `))
  return [usage(what, meant), ...lines].join('\n')
}

/** What is read is begun before a folder is made for it: a mistyped name leaves nothing behind. */
const begin = async ({ rest, values }: Asked, host: CommandHost): Promise<void> => {
  for (const path of [rest[0], values.map])
    if (path !== undefined) for await (const _ of host.read(path)) break
}

/** What is the matter, and what helps. */
const wordsOf = (error: unknown, locale: Locale): string => {
  const { text, fix } = describe(error, locale)
  return fix ? `${text} ${fix}` : text
}

/**
 * Carries out one command of `terminal-lifecycle`, for operators.
 *
 * @param args what stands behind the name of the program.
 * @returns the exit code: 0 fine; 1 something was found or refused; 2 asked wrongly; 3 it cannot be done, told to `complain`.
 * @example process.exitCode = await runCommand(process.argv.slice(2), nodeHost)
 */
export const runCommand = async (args: readonly string[], host: CommandHost): Promise<End> => {
  checkOptions({ args, host }, { args: 'list', host: '.openHome' })
  const complain = (line: string) => host.complain(withoutSecrets(line))
  const asked = askedBy(args, host.language)
  if (typeof asked === 'string') {
    const words = wordsIn(localeOf(languageIn(args) ?? host.language))
    complain(misuse(words, asked, asked.split(' ')[0] ?? ''))
    return ends.misused
  }
  const words = wordsIn(asked.locale)
  const misused = (): End => {
    complain(misuse(words, [asked.command, ...asked.rest].join(' '), asked.command))
    return ends.misused
  }
  if (asked.command === 'help') {
    host.print(words.help)
    return ends.fine
  }
  if (asked.command === 'version') {
    host.print(host.version)
    return ends.fine
  }
  const command = Object.hasOwn(commands, asked.command) ? commands[asked.command] : undefined
  const own = Object.hasOwn(withoutHome, asked.command) ? withoutHome[asked.command] : undefined
  if (!command && !own) return misused()
  // Nothing that is asked is left out without a word.
  if (asked.rest.length > (takesNothing.has(asked.command) ? 0 : 1)) return misused()
  try {
    if (!command) {
      const end = (await own?.(asked, host)) ?? ends.misused
      return end === ends.misused ? misused() : end
    }
    if (command === verify && asked.rest[0]?.endsWith('.json'))
      return await verifyFile(asked, host, asked.rest[0])
    const { data, 'accept-incomplete': accepts } = asked.values
    if (command === importPortfolio) await begin(asked, host)
    const home = await host.openHome(data, {
      make: command === importPortfolio,
      incomplete: accepts ? 'accept' : 'refuse',
    })
    try {
      // A wrong folder must not be taken for one in which all is well.
      const isOverAll = asked.rest.length === 0 || command === backup
      if (isOverAll && (await home.store.lifecycleIds('', 1)).length === 0) complain(words.empty)
      let leftOut = 0
      // A life that cannot be read is left out of what is about all of them, never without a word.
      const runtime = runtimeOver(home, host, ({ lifecycleId, error }) => {
        leftOut += 1
        const whose = lifecycleId === undefined ? '' : `${lifecycleId}: `
        const { code } = describe(error, asked.locale)
        complain(`${whose}${code}: ${wordsOf(error, asked.locale)}${whereIn(error, asked.locale)}`)
      })
      const end = await command({ ...asked, host, words, home, runtime })
      if (end === ends.misused) return misused()
      return end === ends.fine && leftOut > 0 ? ends.found : end
    } finally {
      await home.close()
    }
  } catch (error) {
    const { code } = describe(error, asked.locale)
    const isOwn = code !== 'UNEXPECTED'
    const own = (!isOwn && unfitText(error, words)) || wordsOf(error, asked.locale)
    const which = error instanceof StoreError ? ` ${error.failure}` : ''
    const place = placeOf(error, asked)
    const where = place === undefined ? whereIn(error, asked.locale) : ` (${place})`
    complain(isOwn ? `${code}${which}: ${own}${where}` : own)
    return ends.failed
  }
}
