import { expect, test } from 'vitest'
import { type GuidanceTexts, guidanceEn, guidanceZhCn } from '../../src/guidance/index.ts'
import { bundleOf } from './bundle-of.ts'

const door = './dist/guidance/index.js'
const bundleIn = (name: 'guidanceEn' | 'guidanceZhCn') =>
  bundleOf(`import { describeGuidance, guidanceFor, meaningsOf, ${name} } from '${door}'
    console.log(guidanceFor({ closure: 'OTHER' }).map((item) => describeGuidance(item, ${name})), meaningsOf('', ${name}))`)

const textsOf = ({ items, glossary }: GuidanceTexts): readonly string[] => [
  ...Object.values(items).flatMap((table) => Object.values<string>(table)),
  ...Object.values(glossary).map(({ meaning }) => meaning),
]
/** A bundler may quote a text in another way; an apostrophe would tell them apart. */
const heldBy = (bundle: string, texts: GuidanceTexts) =>
  textsOf(texts).filter((text) => !text.includes("'") && bundle.includes(text)).length

test('a bundle with one language of guidance holds only that one', async () => {
  const english = await bundleIn('guidanceEn')
  expect(heldBy(english, guidanceEn)).toBeGreaterThan(100)
  expect(heldBy(english, guidanceZhCn)).toBe(0)
  const chinese = await bundleIn('guidanceZhCn')
  expect(heldBy(chinese, guidanceZhCn)).toBeGreaterThan(100)
  expect(heldBy(chinese, guidanceEn)).toBe(0)
})

test('a bundle of the machine holds no guidance', async () => {
  const machine = await bundleOf("export * from './dist/machine/index.js'")
  expect(machine).not.toContain('NEVER_GIVE_PASSWORDS')
  expect(heldBy(machine, guidanceEn) + heldBy(machine, guidanceZhCn)).toBe(0)
})
