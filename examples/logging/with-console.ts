import { redactValue } from 'terminal-lifecycle/errors'

/** The console, or whatever prints like it. */
export const createConsole = (print: Pick<Console, 'error' | 'warn' | 'info'>) => {
  const masking =
    (write: (...things: readonly unknown[]) => void) =>
    (...things: readonly unknown[]) =>
      write(...things.map((thing) => redactValue(thing)))
  return { error: masking(print.error), warn: masking(print.warn), info: masking(print.info) }
}
