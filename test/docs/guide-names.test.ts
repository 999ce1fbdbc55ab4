import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { guideNames, guidesFolder, runElsewhere } from '../../scripts/run-guides.ts'
import {
  blockerCodes,
  clockNames,
  closureReasons,
  errorCodes,
  eventTypes,
  findingCodes,
  profileOf,
  suspensionReasons,
  textsEn,
} from '../../src/domain/index.ts'

const pageOf = (name: string) => readFileSync(join(guidesFolder, `${name}.md`), 'utf8')
const own = guideNames.filter((name) => !runElsewhere.has(name)).flatMap((name) => [name, `${name}.zh-CN`])

const known: ReadonlySet<string> = new Set([
  ...[...blockerCodes, ...errorCodes, ...findingCodes, ...Object.keys(textsEn.problem)],
  ...[...Object.keys(textsEn.refusal), ...suspensionReasons, ...closureReasons],
  // made of what is wrong with a body (`client/conclude`)
  'BODY_CODING',
])
/** Two words with a dot between are an event, unless the first one is an object of the code. */
const isNoEvent =
  /^(runtime|portal|context|record|terminal|time|mock|live|closing|resultDue|reviewDue|disableConfirmDue|problem|error|auth|reference)\.|\.(open|done|ts|md|db|json)$/

describe.each(own)('The guide %s', (name) => {
  const words = [
    ...pageOf(name)
      .replaceAll(/```[\s\S]*?```/g, '')
      .matchAll(/`([A-Za-z_.]+)`/g),
  ].map(([, word = '']) => word)

  it('names codes, events and clocks that there are', () => {
    const codes = words.filter((word) => /^[A-Z]+(_[A-Z]+)+$/.test(word) && !known.has(word))
    const dotted = words.filter(
      (word) => /^[a-z][A-Za-z]*\.[a-z][A-Za-z]+$/.test(word) && !isNoEvent.test(word),
    )
    const events = dotted.filter((word) => !(eventTypes as readonly string[]).includes(word))
    const clocks = words.filter(
      (word) =>
        /^(?!past|currently|eventually)[a-zA-Z]+Due$/.test(word) &&
        !(clockNames as readonly string[]).includes(word),
    )
    expect([codes, events, clocks]).toEqual([[], [], []])
  })
})

const eventsListedIn = (part = ''): readonly string[] =>
  [...(part.split('```')[0] ?? '').matchAll(/^- .*$/gm)]
    .flatMap(([line]) => [...line.matchAll(/`([a-zA-Z.]+)`/g)].map(([, event = '']) => event))
    .toSorted()

it.each(['two-persons', 'two-persons.zh-CN'])('The guide %s lists each event that takes two', (name) => {
  const [, made, proposed] = pageOf(name).split(/^## /m)
  const takingTwo = (second: 'maker' | 'proposal') =>
    eventTypes.filter((type) => profileOf(type).second === second).toSorted()
  expect(eventsListedIn(made)).toEqual(takingTwo('maker'))
  expect(eventsListedIn(proposed)).toEqual(takingTwo('proposal'))
})
