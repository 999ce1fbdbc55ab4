import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { eventTypes, locales, profileOf } from '../../src/domain/index.ts'
import { isGenuine, type LetterSource, lettersOf } from '../../src/letters/index.ts'
import { type JournalEntry, migrate } from '../../src/machine/index.ts'
import { casesOfFormat1 } from '../golden/format-1.ts'
import { nextType, saying } from '../machine/walk.ts'
import { approved } from '../support/closure.ts'
import { diceOf } from '../support/dice.ts'
import { terminal } from '../support/samples.ts'
import { openPlayed } from './kit.ts'
import { depositAddsUp, obligationsAddUp, voucherAddsUp } from './sums.ts'

/** Whatever happened, letters are made, they add up, and say the same in both languages. */
const check = async (source: LetterSource, name: string): Promise<number> => {
  const [zhCn = [], en = []] = await Promise.all(locales.map((locale) => lettersOf(source, { locale })))
  expect(zhCn.map(({ facts }) => facts)).toEqual(en.map(({ facts }) => facts))
  expect(JSON.stringify(en)).not.toMatch(/undefined|NaN/)
  for (const letter of en) {
    voucherAddsUp(source, letter, name)
    depositAddsUp(source, letter, name)
  }
  obligationsAddUp(source, name)
  expect(await Promise.all([...zhCn, ...en].map(isGenuine))).not.toContain(false)
  return en.length
}

describe('Letters of lives that nobody planned', () => {
  it('are made whatever is said by chance', { timeout: 600_000 }, async () => {
    let letters = 0
    for (let seed = 1; seed <= 24; seed += 1) {
      const dice = diceOf(seed)
      const holds = [{ holdId: 'hold-1', code: 'FUNDS_ISSUE' as const }]
      const world = openPlayed(dice.chance(0.5) ? terminal() : terminal({ holds }))
      if (dice.chance(0.6)) await approved(world).catch(() => undefined)
      for (let said = 0; said < 120; said += 1) {
        const record = await world.record()
        const type = dice.chance(0.7) ? nextType(record, dice) : dice.one(money)
        const { actor, event } = saying(record, type, dice)
        await world.send(actor, event)
      }
      letters += await check(await world.source(), `seed ${seed}`)
    }
    expect(letters).toBeGreaterThan(80)
  })

  it.each(casesOfFormat1)('are made of the case %s, told under format 1', async (name) => {
    const read = (file: string) => readFileSync(new URL(`../golden/1/${file}`, import.meta.url), 'utf8')
    const record = migrate(JSON.parse(read(`${name}.record.json`)))
    const lines = read(`${name}.journal.jsonl`).trimEnd().split('\n')
    const entries = lines.map((line) => JSON.parse(line) as JournalEntry)
    expect(await check({ record, entries }, name)).toBeGreaterThan(0)
  })
})

const money = eventTypes.filter(
  (type) =>
    /^(charge|deposit|refund|payout|settlement|obligation|dispute)\./.test(type) &&
    profileOf(type).roles.length > 0,
)
