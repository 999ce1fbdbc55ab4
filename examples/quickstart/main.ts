// npm start [-- options]: one terminal of a portfolio is closed, through machine, runtime, client and HTTP.
import { describe, isTerminalLifecycleError } from 'terminal-lifecycle/errors'
import { AcquirerNotStarted } from './acquirer/process.ts'
import { help } from './help.ts'
import { type Options, readOptions, UsageError } from './options.ts'
import { run } from './run.ts'
import { Screen } from './ui/screen.ts'
import { painter } from './ui/style.ts'

const complain = (...lines: readonly string[]): void => {
  for (const line of lines) process.stderr.write(`${line}\n`)
}

/** Says what went wrong in a sentence; only what nobody has thought of shows where it happened. */
const failed = (error: unknown, { locale }: Pick<Options, 'locale'>): number => {
  if (error instanceof AcquirerNotStarted) complain(error.message, `→ ${error.log}`)
  else if (isTerminalLifecycleError(error)) {
    const { code, text, fix } = describe(error, locale)
    complain(`${text} (${code})`, error.message, ...(fix ? [`→ ${fix}`] : []))
  } else if (error instanceof Error && 'code' in error && error.code === 'ENOENT') complain(error.message)
  else complain(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return 1
}

const start = async (args: readonly string[]): Promise<number> => {
  let options: Options
  try {
    options = readOptions(args)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    complain(error.message, '→ npm start -- --help')
    return 2
  }
  if (options.help) {
    process.stdout.write(help[options.locale])
    return 0
  }
  return run(options, new Screen(process.stdout, painter(process.stdout))).catch((error) =>
    failed(error, options),
  )
}

// whoever reads us has read enough, as `head` does
process.stdout.once('error', () => process.exit(0))
process.exitCode = await start(process.argv.slice(2))
