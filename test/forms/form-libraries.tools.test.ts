import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type Locale, locales } from '../../src/domain/index.ts'
import { formatIssues } from '../../src/schemas/index.ts'
import { closure } from '../schemas/examples/requests.ts'

const folder = new URL('../../tools/forms/', import.meta.url)

type Said = (form: unknown, locale: Locale) => Promise<unknown>

const saidBy = async (library: string): Promise<Said> =>
  ((await import(new URL(`${library}.ts`, folder).href)) as { said: Said }).said

const wanted = (locale: Locale) => {
  const issues = [
    { path: '', code: 'REQUIRED', params: {} },
    { path: '', code: 'REQUIRED_HERE', params: { because: 'reason' } },
  ] as const
  return formatIssues(issues, locale).map(({ message }) => message)
}

describe('a form library', () => {
  it('is given our forms in one line, and knows the types of their fields', () => {
    const tsc = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url))
    const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', '.'], {
      cwd: fileURLToPath(folder),
      encoding: 'utf8',
    })
    expect(stdout).toBe('')
    expect(status).toBe(0)
  })

  it.each(['tanstack-form', 'vee-validate'])('%s says it in our words', async (library) => {
    const { merchantName: _, ...form } = closure()
    const said = await saidBy(library)
    for (const locale of locales)
      expect(await said({ ...form, reason: 'OTHER' }, locale)).toEqual(wanted(locale))
  })

  it('react-hook-form says it in our words, by Standard Schema and by Zod', async () => {
    const { merchantName: _, ...form } = closure()
    const said = await saidBy('react-hook-form')
    for (const locale of locales)
      expect(await said({ ...form, reason: 'OTHER' }, locale)).toEqual([wanted(locale), wanted(locale)])
  })
})
