import { describe, expect, it } from 'vitest'
import { pictureOf } from '../backend/pictures.ts'
import { diceOf } from '../support/dice.ts'
import type { Cut } from './cutting-proxy.ts'
import { cutOffice } from './uploads.ts'

const offices = 10
const uploadsEach = 100

/** Whole connections, and those that are cut at 0, 25, 50, 99 and 100 % of a piece or anywhere. */
const cutsOf = (dice: ReturnType<typeof diceOf>, piece: number): readonly Cut[] =>
  Array.from({ length: dice.below(9) }, (): Cut => {
    const place = dice.below(8)
    if (place < 3) return { after: 1e9 }
    if (place === 3) return 'answer'
    const share = dice.one([0, 0.25, 0.5, 0.99, 1, dice.below(1_000) / 1_000])
    return { after: 1 + Math.floor(share * (piece + 400)) }
  })

describe('an upload over a connection that is reset anywhere', () => {
  let resumedInAll = 0

  it.each(Array.from({ length: offices }, (_, seed) => [seed]))(
    'arrives once and whole, or not at all and goes on with its key: seed %i',
    async (seed) => {
      const office = await cutOffice()
      const dice = diceOf(seed)
      let cut = 0
      let resumed = 0
      for (let n = 0; n < uploadsEach; n += 1) {
        const content = pictureOf(1 + n + dice.below(40) * 1_000)
        const options = { idempotencyKey: `upload-${n}`, pieceSize: 1 + dice.below(20_000) }
        const before = office.proxy.done()
        office.proxy.cut(...cutsOf(dice, options.pieceSize))
        // whoever gave up comes back with the same key
        let view = await office.upload(content, options).catch(() => undefined)
        while (!view) {
          resumed += 1
          view = await office.upload(content, options).catch(() => undefined)
        }
        cut += office.proxy.done() - before
        expect(view).toMatchObject({ status: 'usable', received: content.length })
        expect(await office.documents.content(view.documentId)).toEqual(content)
        expect(await office.kept(content)).toHaveLength(1)
      }
      expect(cut).toBeGreaterThan(uploadsEach)
      resumedInAll += resumed
      await office.close()
    },
  )

  it('was given up and taken up again at least once', () => {
    expect(resumedInAll).toBeGreaterThan(0)
  })
})
