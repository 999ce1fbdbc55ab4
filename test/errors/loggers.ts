import { Console } from 'node:console'
import { Writable } from 'node:stream'
import { inspect } from 'node:util'
import { createConsola } from 'consola'
import loglevel from 'loglevel'
import pino from 'pino'
import { Logger } from 'tslog'
import winston from 'winston'

/** What a logger wrote of what it was given. */
export type Log = (thing: unknown) => string

/** Keeps what is written, until it is read. */
class Kept extends Writable {
  #text = ''

  override _write(chunk: unknown, _: BufferEncoding, done: () => void) {
    this.#text += String(chunk)
    done()
  }

  take(): string {
    const text = this.#text
    this.#text = ''
    return text
  }
}

const kept = () => new Kept({ decodeStrings: false })

const ofPino = (): Log => {
  const out = kept()
  const log = pino({ level: 'trace', timestamp: false, base: null }, out)
  return (thing) => {
    log.error(thing as object)
    log.warn({ err: thing, thing }, 'failed')
    log.child({ thing }).info({ thing }, 'failed')
    return out.take()
  }
}

const ofWinston = (): Log => {
  const out = kept()
  const { combine, errors, json, splat, prettyPrint } = winston.format
  const of = (format: winston.Logform.Format) =>
    winston.createLogger({ format, transports: [new winston.transports.Stream({ stream: out })] })
  const logs = [
    of(combine(errors({ stack: true, cause: true }), splat(), json())),
    of(combine(errors({ stack: true, cause: true }), prettyPrint({ depth: 20 }))),
  ]
  return (thing) => {
    for (const log of logs) {
      log.error(thing as object)
      log.warn('failed', { error: thing, thing })
    }
    return out.take()
  }
}

const ofConsola = (): Log => {
  const out = kept()
  const stream = out as unknown as NodeJS.WriteStream
  const [fancy, basic] = [true, false].map((isFancy) =>
    createConsola({
      level: 5,
      fancy: isFancy,
      stdout: stream,
      stderr: stream,
      formatOptions: { columns: 80 },
      throttle: 0,
    }),
  )
  return (thing) => {
    for (const log of [fancy, basic]) {
      log?.error(thing)
      log?.warn('failed', thing, { error: thing })
    }
    return out.take()
  }
}

/** Writes to the console as it stands; a console of our own stands in for the host's. */
const ofLoglevel = (): Log => {
  const out = kept()
  const print = new Console({ stdout: out, stderr: out, inspectOptions: { depth: null } })
  const log = loglevel.getLogger(Symbol('kept'))
  log.methodFactory = (method) => (method === 'error' ? print.error : print.log).bind(print)
  log.setLevel('trace', false)
  return (thing) => {
    log.error(thing)
    log.warn('failed: %o', thing, { error: thing })
    return out.take()
  }
}

const ofTslog = (): Log => {
  const lines: string[] = []
  const json = new Logger({
    type: 'json',
    hideLogPositionForProduction: true,
    overwrite: { transportJSON: (line: unknown) => lines.push(JSON.stringify(line)) },
  })
  const pretty = new Logger({
    type: 'pretty',
    hideLogPositionForProduction: true,
    overwrite: {
      transportFormatted: (meta: string, args: unknown[], errors: string[]) =>
        lines.push(meta, ...args.map((arg) => inspect(arg, { depth: null })), ...errors),
    },
  })
  return (thing) => {
    for (const log of [json, pretty]) {
      log.error(thing)
      log.warn('failed', { error: thing })
    }
    return lines.splice(0).join('\n')
  }
}

/** Five loggers that many use, as they come, each writing to where a test can read it. */
export const loggers: Readonly<Record<string, () => Log>> = {
  pino: ofPino,
  winston: ofWinston,
  consola: ofConsola,
  loglevel: ofLoglevel,
  tslog: ofTslog,
}
