import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const json = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'))

describe('The API of the documentation', () => {
  it('has every subpath of the package', () => {
    const { exports } = json('package.json') as { exports: Record<string, { types?: string }> }
    const doors = Object.values(exports).flatMap(({ types }) => (types ? [types] : []))
    const sources = doors.map((types) => types.replace('./dist/', 'src/').replace(/\.d\.ts$/, '.ts'))
    expect((json('typedoc.json') as { entryPoints: string[] }).entryPoints).toEqual(sources)
  })

  it('fails for whatever TypeDoc warns of: an export without words, a link that leads nowhere', () => {
    const { treatWarningsAsErrors, validation, requiredToBeDocumented } = json('typedoc.json')
    expect([treatWarningsAsErrors, validation.notDocumented, validation.invalidLink]).toEqual([
      true,
      true,
      true,
    ])
    expect(requiredToBeDocumented).toEqual(
      expect.arrayContaining(['Variable', 'Function', 'Class', 'Interface', 'TypeAlias']),
    )
  })

  it('excuses no export: only functions within types may be without words of their own', () => {
    const { intentionallyNotDocumented } = json('typedoc.json') as { intentionallyNotDocumented: string[] }
    expect(intentionallyNotDocumented.filter((name) => !name.includes('.__type.'))).toEqual([])
  })
})
