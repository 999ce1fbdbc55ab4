import { redactValue } from 'terminal-lifecycle/errors'
import winston from 'winston'

const redacted = winston.format((info) => redactValue(info) as typeof info)

/** The redactor stands behind what makes plain values of errors, and before what writes them. */
export const createWinston = (to: winston.transport) =>
  winston.createLogger({
    format: winston.format.combine(
      winston.format.errors({ stack: true, cause: true }),
      redacted(),
      winston.format.json(),
    ),
    transports: [to],
  })
