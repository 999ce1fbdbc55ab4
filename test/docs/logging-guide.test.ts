import { Console } from 'node:console'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import winston from 'winston'
import { createConsole } from '../../examples/logging/with-console.ts'
import { createPino } from '../../examples/logging/with-pino.ts'
import { createWinston } from '../../examples/logging/with-winston.ts'
import { locales } from '../../src/domain/index.ts'
import { type Canary, canaries } from '../errors/canaries.ts'
import { shows } from '../errors/shows.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const examples = globSync('examples/logging/*.ts', { cwd: root }).map((file) =>
  readFileSync(join(root, file), 'utf8').trimEnd(),
)

describe.each(locales)('The guide to logging in %s', (locale) => {
  const file = join(root, `docs/guides/logging${locale === 'en' ? '' : `.${locale}`}.md`)
  const guide = readFileSync(file, 'utf8')

  it('shows the whole of each example, and no other code', () => {
    const blocks = [...guide.matchAll(/```ts\n([\s\S]*?)\n```/g)].map(([, code]) => code as string)
    expect(blocks.toSorted()).toEqual(examples.toSorted())
  })

  it('leads to files that are there', () => {
    const links = [...guide.matchAll(/\]\(([^):#]+)\)/g)].map(([, link]) => link as string)
    expect(links.filter((link) => !existsSync(join(dirname(file), link)))).toEqual([])
  })
})

/** Logs what is given in the ways that each logger has; all that was written. */
const logged = (thing: unknown): Readonly<Record<string, string>> => {
  const written: Record<string, string> = { pino: '', winston: '', console: '' }
  const to = (name: string) =>
    new Writable({
      write: (chunk, _, done) => {
        written[name] += String(chunk)
        done()
      },
    })
  const pino = createPino(to('pino'))
  pino.error(thing)
  pino.child({ thing }).warn({ thing, err: thing }, `failed: ${String(thing)}`)
  const log = createWinston(new winston.transports.Stream({ stream: to('winston') }))
  log.error(thing as object)
  log.warn(`failed: ${String(thing)}`, { thing })
  const print = createConsole(new Console(to('console')))
  print.error('failed', thing)
  print.info(thing)
  return written
}

describe('The loggers of the guide', () => {
  // Four digits are also in a time of day or in the number of a process.
  const secrets = Object.entries<Canary>(canaries).filter(([what]) => what !== 'a security code')

  it.each(secrets)('write no secret of a foreign error: %s', (_, canary) => {
    const error = Object.assign(new Error(`it said ${canary.text}`, { cause: canary.text }), {
      headers: { authorization: canary.text },
    })
    const written = logged(error)
    expect(Object.keys(written).filter((name) => shows(canary, written[name] ?? ''))).toEqual([])
    for (const text of Object.values(written)) expect(text).toMatch(/it said [\s\S]*\[REDACTED\]/)
  })
})
