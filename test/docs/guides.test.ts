import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { guideWords } from '../../scripts/guide-words.ts'
import { exampleParts, guideFile, writtenAgain } from '../../scripts/guides.ts'
import { blockerCodes, eventTypes, locales, orderKinds } from '../../src/domain/index.ts'
import { orderParams } from '../../src/schemas/index.ts'

/** Fields of the code, as `call.signal`. */
const isCode = /^(call|runtime|record|response)\./

const guideIn = (locale: (typeof locales)[number]) => readFileSync(guideFile(locale), 'utf8')

describe.each(locales)('The guide to your own systems in %s', (locale) => {
  const guide = guideIn(locale)

  it('has the tables of the schemas and the code of the example: else run node scripts/guides.ts', () => {
    expect(guide).toBe(writtenAgain(guide, locale))
  })

  it('has a row for every order, and says what every parameter means', () => {
    const { params } = guideWords[locale]
    const names = orderKinds.flatMap((kind) => Object.keys(orderParams[kind].shape))
    for (const kind of orderKinds) expect(guide).toContain(`\n| \`${kind}\` `)
    expect(Object.keys(params).sort()).toEqual([...new Set(names)].sort())
    expect(guide).not.toContain('undefined |')
  })

  it('leads to files that are there', () => {
    const links = [...guide.matchAll(/\]\(([^):#]+)\)/g)].map(([, link]) => link as string)
    expect(links).not.toEqual([])
    expect(links.filter((link) => !existsSync(join(dirname(guideFile(locale)), link)))).toEqual([])
  })

  it('names requirements and events that there are', () => {
    const words = [...guide.matchAll(/`([A-Za-z_.]+)( \{[^}`]*\})?`/g)].map(([, word]) => word as string)
    const codes = words.filter((word) => /^[A-Z]+_[A-Z_]+$/.test(word))
    const events = words.filter(
      (word) => /^[a-z]+[A-Za-z]*\.[a-z][A-Za-z]+$/.test(word) && !isCode.test(word),
    )
    expect(codes.filter((word) => !(blockerCodes as readonly string[]).includes(word))).toEqual([])
    expect(events).toContain('order.repeated')
    expect(events.filter((word) => !(eventTypes as readonly string[]).includes(word))).toEqual([])
  })

  it('shows no other code than that of the example', () => {
    const blocks = [...guide.matchAll(/```ts\n([\s\S]*?)\n```/g)].map(([, code]) => code)
    expect(blocks.filter((block) => !exampleParts.includes(block as string))).toEqual([])
  })
})

it('The whole example stands in the guide', () => {
  expect(exampleParts.filter((part) => !guideIn('en').includes(part))).toEqual([])
})
