import { expect, it } from 'vitest'
import { beginnings, walk } from './lives.ts'

it('whatever is said by chance, money adds up to the unit, nothing throws and no life is stuck [I16]', {
  timeout: 600_000,
}, async () => {
  const { faults, ...counts } = walk(
    await beginnings(),
    Number(process.env.SEED ?? 41),
    Number(process.env.N ?? 8_000),
  )
  console.log(JSON.stringify(counts))
  expect([...new Set(faults)]).toEqual([])
})

it('two devices under one number, one of them shared perhaps, come to their end as well [I16]', async () => {
  const lives = (await beginnings()).filter(({ record }) => Object.keys(record.context.devices).length > 1)
  const { faults, closings } = walk(lives, 2_026, 1_500)
  expect(lives.length).toBeGreaterThan(0)
  expect(closings).toBeGreaterThan(0)
  expect([...new Set(faults)]).toEqual([])
})
