import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { errorClasses, errorsFile, errorsText } from '../../scripts/errors.ts'
import { blockerCodes, errorCodes, findingCodes, locales, textsEn } from '../../src/domain/index.ts'
import { everyErrorWith } from '../errors/samples.ts'

const codes = [...errorCodes, ...blockerCodes, ...Object.keys(textsEn.problem), ...findingCodes]

describe.each(locales)('The page of errors in %s', (locale) => {
  const page = readFileSync(errorsFile(locale), 'utf8')

  it('is what the tables say today: else run node scripts/errors.ts', () => {
    expect(page).toBe(errorsText(locale))
  })

  it('has one anchor for each code, and for nothing else', () => {
    const anchors = [...page.matchAll(/^### `([A-Z_]+)`$/gm)].map(([, name]) => name)
    expect(anchors).toEqual([...new Set(codes)])
  })

  it('says a cause and a way out of each blocker and each error', () => {
    const parts = page.split(/^### /m).slice(1, 1 + errorCodes.length + blockerCodes.length)
    const lines = parts.map((part) => [part.split('\n')[0], part.match(/^- \*\*/gm)?.length ?? 0] as const)
    const short = lines.filter(
      ([name, count]) => count < (errorCodes.some((code) => name === `\`${code}\``) ? 2 : 4),
    )
    // the one text that keeps its fix to itself
    expect(short.map(([name]) => name)).toEqual(['`CONTACT_PROVIDER`'])
  })
})

it('The page of errors names the class of each code', () => {
  const named = everyErrorWith('x').map(({ code, name }) => [code, name])
  expect(Object.fromEntries(named)).toEqual(errorClasses)
})
