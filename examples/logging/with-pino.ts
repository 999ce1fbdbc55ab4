import pino, { type DestinationStream } from 'pino'
import { redactValue } from 'terminal-lifecycle/errors'

/** Each line passes the redactor before it is written: messages, values, errors, and what child loggers add. */
export const createPino = (to: DestinationStream) =>
  pino({ hooks: { streamWrite: (line) => `${JSON.stringify(redactValue(JSON.parse(line)))}\n` } }, to)
