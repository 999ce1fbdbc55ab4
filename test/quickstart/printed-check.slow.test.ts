import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBackend, memoryDocuments } from 'terminal-lifecycle/backend'
import { bearer, createAcquirerClient } from 'terminal-lifecycle/client'
import { type Blocker, type DocumentType, type Locale, locales, textOf } from 'terminal-lifecycle/domain'
import type { Check } from 'terminal-lifecycle/machine'
import { createAcquirerHandler } from 'terminal-lifecycle/server'
import { listen } from 'terminal-lifecycle/server/node'
import { createMockAcquirer } from 'terminal-lifecycle/testing'
import { afterAll, describe, expect, it } from 'vitest'
import type { Acquirer } from '../../examples/quickstart/acquirer/process.ts'
import { seedWorld } from '../../examples/quickstart/acquirer/world.ts'
import { storedClock } from '../../examples/quickstart/business-clock.ts'
import type { Case } from '../../examples/quickstart/cases/case.ts'
import { cases } from '../../examples/quickstart/cases/index.ts'
import { Desks } from '../../examples/quickstart/desks.ts'
import { openFolder } from '../../examples/quickstart/folder.ts'
import { importPortfolio } from '../../examples/quickstart/import.ts'
import { readOptions } from '../../examples/quickstart/options.ts'
import type { CaseTerminal } from '../../examples/quickstart/steps/step.ts'
import { Screen } from '../../examples/quickstart/ui/screen.ts'
import { wordsIn } from '../../examples/quickstart/ui/words.ts'
import { type Office, walkCase } from '../../examples/quickstart/walk-case.ts'

const home = mkdtempSync(join(tmpdir(), 'printed-check-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

type Asked = Required<Case>['check']
const asking = Object.values(cases).flatMap((item) => (item.check ? [{ ...item, check: item.check }] : []))

/** What the merchant's portal gets: the application side of the contract, over a socket. */
const askOverHttp = async (
  { runtime, clock }: Pick<Office, 'runtime' | 'clock'>,
  { lifecycleId }: CaseTerminal,
  { kind, actor }: Asked,
): Promise<Check> => {
  const handler = createAcquirerHandler(createBackend(runtime, { clock, documents: memoryDocuments() }), {
    side: 'portal',
    authenticate: () => actor,
  })
  const served = await listen(handler)
  const client = createAcquirerClient({ baseUrl: `${served.url}/v1`, auth: bearer('token') })
  const check = await (kind === 'closure'
    ? client.checkClosure({ lifecycleId })
    : client.checkReinstatement({ lifecycleId }))
  await served.close()
  return check as Check
}

/** The case up to the question, and a little more; on a stream instead of a terminal. */
const printed = async (item: Case & { check: Asked }, locale: Locale) => {
  const folder = openFolder(join(home, `${item.name}-${locale}`))
  const options = { ...readOptions(['--folder', folder.path, '--locale', locale]), case: item.name }
  const lines: string[] = []
  const stream = { write: (text: string) => lines.push(text) } as unknown as NodeJS.WriteStream
  const desks = new Desks(options, new Screen(stream, (_, text) => text))
  let hostTime = storedClock(desks.at(item.name).folder).now()
  const mock = createMockAcquirer({ clock: { now: () => hostTime } })
  seedWorld(mock)
  const served = await listen((request) => mock.fetch(request))
  const acquirer = {
    ...{ pid: 0, found: false, url: served.url, baseUrl: `${served.url}/v1`, stop: () => undefined },
    controls: {
      setClock: async (now: string) => {
        hostTime = now
      },
    },
  } as unknown as Acquirer
  const report = await importPortfolio(desks.runtimeOf, options.portfolio, { at: desks.now(), locale })
  const terminal = report.cases[item.name]
  if (terminal === undefined) throw new Error(`No terminal for ${item.name}`)
  const { office, hostOf, progressOf } = desks.wire(item.name, acquirer)
  const onlyAsked = { ...item, steps: item.before }
  await walkCase({ ...office, readHost: hostOf(terminal) }, terminal, onlyAsked, progressOf)
  const answer = await askOverHttp(office, terminal, item.check)
  await served.close()
  await desks.close()
  return { text: lines.join(''), answer }
}

const amount = (minor: number): string =>
  (minor / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** One blocker as a reader expects it: whose turn, what is the matter, and with what. */
const sentence = ({ owner, code, ref, data }: Blocker, locale: Locale): string => {
  const { aside, comma } = wordsIn(locale)
  const missing = data?.missing as readonly DocumentType[] | undefined
  const about = missing
    ? missing.map((type) => textOf('document', type, locale)).join(comma)
    : typeof data?.amount === 'number'
      ? amount(data.amount)
      : ref
  return (
    textOf('role', owner, locale) +
    textOf('blocker', code, locale) +
    (about === undefined ? '' : aside(about))
  )
}

/** Lines are broken between words, in Chinese anywhere: what counts is what stands there. */
const squeezed = (text: string): string => text.replaceAll(/\s+/g, '')

/** The section under the heading of the check, up to the next heading. */
const sectionOf = (text: string, locale: Locale): string => {
  const { check } = wordsIn(locale).headings
  const [, after = ''] = text.split(`${check}\n`)
  return after.split('\n\n')[0] ?? ''
}

describe.each(asking)('What stands in the way of the case $name', (item) => {
  it.each(locales)('is printed as the merchant gets it over HTTP, in %s', async (locale) => {
    const { text, answer } = await printed(item, locale)
    const { check: words, balances, balance } = wordsIn(locale)
    const list = (blockers: readonly Blocker[]): string =>
      blockers.length === 0 ? words.nothing : blockers.map((one) => sentence(one, locale)).join('')
    const { unsettled, charges, deposits, disputes } = answer.balances
    const expected = [
      words.first,
      list(answer.blockers),
      item.check.kind === 'closure' ? words.later : words.laterForService,
      list(answer.later),
      words.balances,
    ].join('')
    expect(squeezed(sectionOf(text, locale))).toContain(squeezed(expected))
    for (const [name, money] of Object.entries({ unsettled, charges, deposits, disputes }))
      expect(sectionOf(text, locale)).toContain(
        balance(balances[name as keyof typeof balances], money && `${amount(money.amount)} CNY`),
      )
    expect(answer.blockers.length + answer.later.length).toBeGreaterThan(2)
  })
})
