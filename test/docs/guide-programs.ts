import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type GuideProject,
  guideNames,
  guideProject,
  guidesFolder,
  hasCode,
  runElsewhere,
  withOutput,
} from '../../scripts/run-guides.ts'
import { unpackInto } from '../package/packed.ts'

/** The guides whose code is run here, as pages of one language. */
export const pagesIn = (suffix: '' | '.zh-CN') =>
  guideNames
    .filter((name) => !runElsewhere.has(name))
    .map((name) => `${name}${suffix}`)
    .map((name) => ({ name, text: readFileSync(join(guidesFolder, `${name}.md`), 'utf8') }))
    .filter(({ text }) => hasCode(text))

/** Where an integrator begins. */
export const isReadFirst = (name: string): boolean => ['first-closure', 'closing', 'client'].includes(name)

type Pages = ReturnType<typeof pagesIn>

/** Follows the guides in a project that has the packed package, and asks more of it where there is more to ask. */
export function followed(pages: Pages, more: (project: () => GuideProject) => void = () => undefined): void {
  let project: GuideProject
  beforeAll(() => {
    project = guideProject(unpackInto)
  })
  afterAll(() => project.remove())

  describe('The guides, followed with the packed package', () => {
    it.each(pages)('$name prints what it shows: else run node scripts/run-guides.ts', ({ name, text }) => {
      expect(withOutput(text, project.run(name, text))).toBe(text)
    })
    more(() => project)
  })
}
