import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type Locale, locales } from '../../src/domain/index.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const guideIn = (locale: Locale) =>
  readFileSync(join(root, `docs/guides/security${locale === 'en' ? '' : `.${locale}`}.md`), 'utf8')

/** Rows of the tables of doors: threat, claim, and the test that shows it. */
const claimsIn = (guide: string) =>
  [...guide.matchAll(/^\| (.+?) \| (.+?) \| `(test\/[^`]+)`: (.+?) \|$/gm)].map(
    ([, threat, claim, file, title]) => ({
      ...{ threat: threat as string, claim: claim as string, file: file as string, title: title as string },
    }),
  )

const quoted = (title: string): RegExp =>
  new RegExp(`['"\`]${title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}( \\[[^\\]]+\\])?['"\`]`)
const isSkipped = (source: string): boolean => /\.(skip|skipIf|runIf|todo|fails|only)\b/.test(source)

/** What is wrong with the test that a claim names. */
const faultOf = (file: string, title: string): string | undefined => {
  if (!existsSync(join(root, file))) return `${file} is not there`
  const source = readFileSync(join(root, file), 'utf8')
  if (!quoted(title).test(source)) return `${file} has no test “${title}”`
  return isSkipped(source) ? `${file} skips tests` : undefined
}

describe.each(locales)('The guide to security in %s', (locale) => {
  const guide = guideIn(locale)
  const claims = claimsIn(guide)

  it('has a test for each claim, and none of them is skipped', () => {
    expect(claims.length).toBeGreaterThan(35)
    expect(
      claims.map(({ file, title }) => faultOf(file, title)).filter((fault) => fault !== undefined),
    ).toEqual([])
  })

  it('has no row of a door without a test', () => {
    const doors = guide.split('\n## ')[3] ?? ''
    const rows = doors.split('\n').filter((line) => line.startsWith('| ') && !/^\| (Threat|威胁) /.test(line))
    expect(rows).toHaveLength(claims.length)
  })

  it('promises no compliance', () => {
    const promises = guide.match(
      /\b(is|are|fully) compliant\b|(?<!不等于|不代表)合规(?!。)|certified|认证通过/g,
    )
    expect(promises).toBeNull()
  })
})

it('Both languages make the same claims, by the same tests', () => {
  const testsIn = (locale: Locale) => claimsIn(guideIn(locale)).map(({ file, title }) => `${file}: ${title}`)
  expect(testsIn('zh-CN')).toEqual(testsIn('en'))
})

it('A claim whose test is missing, renamed or skipped would be found', () => {
  expect(faultOf('test/docs/no-such.test.ts', 'x')).toBe('test/docs/no-such.test.ts is not there')
  expect(faultOf('test/docs/security-guide.test.ts', 'no ' + 'such title')).toContain('has no test')
  expect(isSkipped("it.skip('x', () => {})")).toBe(true)
})
