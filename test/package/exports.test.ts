import { existsSync, globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rooms, secondDoors } from '../rooms.ts'
import { declaredNames } from './declared-names.ts'

interface Manifest {
  readonly name: string
  readonly exports: Readonly<
    Record<string, string | { readonly types: string; readonly module: string; readonly default: string }>
  >
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest
const subpaths = Object.entries(manifest.exports).flatMap(([subpath, target]) =>
  typeof target === 'string' ? [] : [{ id: manifest.name + subpath.slice(1), ...target }],
)
const source = (target: string): string => target.replace('./dist/', 'src/').replace(/\.js$/, '.ts')

describe('the built package', () => {
  it('has one subpath for every door of the sources, and no other', () => {
    const doors = globSync([
      'src/index.ts',
      'src/*/index.ts',
      ...Object.keys(secondDoors).map((door) => `src/${door}.ts`),
    ])
    expect(subpaths.map((subpath) => source(subpath.module)).sort()).toEqual(doors.sort())
    expect(globSync('src/*/').filter((folder) => !existsSync(`${folder}/index.ts`))).toEqual([])
    expect(Object.keys(rooms)).toEqual(
      expect.arrayContaining(globSync('src/*/').map((folder) => folder.slice(4))),
    )
  })

  it('gives bundlers and Node the same subpaths, from two places', () => {
    for (const { types, module, default: forNode } of subpaths) {
      expect(types).toBe(module.replace(/\.js$/, '.d.ts'))
      expect(forNode).toBe(module.replace('./dist/', './dist/node/'))
    }
  })

  it.each(subpaths)('has at $id every value its declarations promise, and no other', async (subpath) => {
    const module: object = await import(subpath.id)
    expect(Object.keys(module).sort()).toEqual(declaredNames(subpath.types).values)
  })

  it('exports the names it exported before', async () => {
    const text = subpaths.map(({ id, types }) => {
      const names = declaredNames(types)
      return [
        id,
        ...names.values.map((name) => `  ${name}`),
        ...names.types.map((name) => `  type ${name}`),
      ].join('\n')
    })
    await expect(`${text.join('\n\n')}\n`).toMatchFileSnapshot('./exported-names.txt')
  })
})
