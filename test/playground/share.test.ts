import { describe, expect, it } from 'vitest'
import { load } from '../../docs/playground/app/load.ts'
import type { Act } from '../../docs/playground/case/acts.ts'
import { fromAddress, longestAddress, personalIn, toAddress } from '../../docs/playground/case/share.ts'
import { diceOf } from '../support/dice.ts'

const note = (text: string): Act => ({
  who: 'merchant',
  event: { type: 'note.recorded', kind: 'note', text },
})
const of = (...acts: readonly unknown[]) => ({ opening: 'usual', acts: acts as readonly Act[] }) as const
const through = async (...acts: readonly unknown[]) => fromAddress(`#${await toAddress(of(...acts))}`)

describe('the address of a case', () => {
  it('holds every kind of act', async () => {
    const acts: Act[] = [
      note('seen to'),
      { clock: '2026-03-09T09:00:00.000Z' },
      { order: 'life-1/1/0', end: 'unknown' },
      { systems: 'all' },
    ]
    expect(await through(...acts)).toEqual(of(...acts))
  })

  it('is refused where it is cut, damaged, empty, or of another version', async () => {
    const address = await toAddress(of(note('seen to')))
    for (const broken of [
      address.slice(0, -4),
      `${address.slice(0, 12)}x${address.slice(13)}`,
      address.replace('c=1.', 'c=2.'),
      'c=1.',
      'c=1.@@',
      'x=1',
      `${address}${'A'.repeat(longestAddress)}`,
    ])
      expect(await fromAddress(`#${broken}`), broken.slice(0, 40)).toBeUndefined()
  })

  it('is refused where somebody wrote into it what no page tells', async () => {
    for (const act of [
      { who: 'nobody', event: { type: 'note.recorded', kind: 'note', text: 'x' } },
      { who: '__proto__', event: { type: 'note.recorded', kind: 'note', text: 'x' } },
      { who: 'merchant', event: { type: 'note.recorded' } },
      { who: 'merchant', event: null },
      { clock: 'tomorrow' },
      { order: 1, end: 'done' },
      { order: 'life-1/1/0', end: 'stolen' },
      { systems: 'some' },
      7,
    ])
      expect(await through(act), JSON.stringify(act)).toBeUndefined()
    expect(await through(...Array.from({ length: 301 }, () => ({ systems: 'all' })))).toBeUndefined()
  })

  it('is refused where it would unpack to more than a page can hold', async () => {
    const bomb = of(note('x'.repeat(2_000_000)))
    await expect(toAddress(bomb)).rejects.toThrow(RangeError)
    // Nothing is wrong with the case in it but the two million blanks around it.
    const stream = new Blob([JSON.stringify(['usual', []]), ' '.repeat(2_000_000)]).stream()
    const packed = await new Response(stream.pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer()
    const address = `c=1.${Buffer.from(packed).toString('base64url')}`
    expect(address.length).toBeLessThan(longestAddress)
    expect(await fromAddress(`#${address}`)).toBeUndefined()
  })

  it('is too long for a case that says too much, and nothing is cut off', async () => {
    const dice = diceOf(60)
    const said = () => Array.from({ length: 120 }, () => dice.below(2 ** 32).toString(36)).join(' ')
    await expect(toAddress(of(...Array.from({ length: 60 }, () => note(said()))))).rejects.toThrow(RangeError)
  })
})

describe('what is personal', () => {
  it('comes into no address and out of none', async () => {
    for (const text of [
      'call 138 0013 8000',
      '请致电13800138000',
      'write to chen@shop.example',
      '+86 13800138000',
    ]) {
      expect(personalIn({ type: 'note.recorded', text }), text).toEqual([text])
      expect(await through(note(text)), text).toBeUndefined()
    }
  })

  it('is not a serial number, a merchant number or a digest', () => {
    const event = { serial: '13800138000-1', merchantId: '898440354110001', digest: '6'.repeat(64) }
    expect(personalIn(event)).toEqual([])
  })
})

describe('opening the page', () => {
  it('begins afresh and says so where the address cannot be read, or tells what this machine refuses', async () => {
    const refused = await toAddress(
      of({ who: 'merchant', event: { type: 'application.withdrawn', applicationId: 'a' } }),
    )
    for (const hash of ['#s=no-such-story', '#c=1.AAAA', '#nonsense', `#${refused}`])
      expect(await load(hash), hash).toMatchObject({ isBroken: true, acts: [], cursor: 0 })
    expect(await load('')).toMatchObject({ isBroken: false, acts: [] })
  })
})
