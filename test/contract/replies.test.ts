import { describe, expect, it } from 'vitest'
import { contract, isUnknown, readJson, readReply } from '../../src/contract/index.ts'
import { samples } from './samples.ts'

const { getTerminal, readStatus, eraseDevice, payOut, readBackup } = contract
const status = samples.readStatus.answer

describe('a reply', () => {
  it('loses fields that this version does not know, at every depth', () => {
    const { unsettled } = status
    const newer = {
      ...status,
      mood: 'good',
      unsettled: { ...unsettled, scale: 2 },
      capabilities: { sale: false, tips: true },
    }
    expect(readReply(readStatus.reply, newer)).toEqual({ ok: true, value: status })
  })

  it('keeps a member of an enumeration that this version does not know as unknown(raw) [R-052]', () => {
    const read = readReply(readStatus.reply, { ...status, registry: 'ARCHIVED' })
    expect(read).toEqual({ ok: true, value: { ...status, registry: 'unknown(ARCHIVED)' } })
    expect(isUnknown('unknown(ARCHIVED)')).toBe(true)
    expect(isUnknown('active')).toBe(false)
  })

  it('keeps unknown blockers, owners and events of a case', () => {
    const action = {
      event: 'terminal.cloned',
      enabled: false,
      overdue: false,
      blockers: [{ code: 'MOON_PHASE', owner: 'weather', clearedBy: ['moon.rose'] }],
    }
    const read = readReply(getTerminal.reply, { ...samples.getTerminal.answer, actions: [action] })
    expect(read).toMatchObject({
      ok: true,
      value: {
        actions: [
          {
            event: 'unknown(terminal.cloned)',
            blockers: [
              { code: 'unknown(MOON_PHASE)', owner: 'unknown(weather)', clearedBy: ['unknown(moon.rose)'] },
            ],
          },
        ],
      },
    })
  })

  it('reads the same twice: unknown(raw) stays what it is', () => {
    const once = { ...status, acceptance: 'unknown(dimmed)' }
    expect(readReply(readStatus.reply, once)).toEqual({ ok: true, value: once })
  })

  it.each([
    ['missing', { ...status, readAt: undefined }, '/readAt'],
    ['null', { ...status, unsettled: null }, '/unsettled'],
    ['of the wrong type', { ...status, unsettled: { amount: '12', currency: 'CNY' } }, '/unsettled/amount'],
    [
      'a fraction of a minor unit',
      { ...status, unsettled: { amount: 1.5, currency: 'CNY' } },
      '/unsettled/amount',
    ],
    ['no member of an enumeration at all', { ...status, registry: 7 }, '/registry'],
    ['a member with control characters', { ...status, registry: 'a\u0000b' }, '/registry'],
  ])('names the place of what is %s', (_, body, path) => {
    const read = readReply(readStatus.reply, body)
    expect(read.ok ? [] : read.issues.map((issue) => issue.path)).toEqual([path])
  })
})

describe('the result of an operation', () => {
  it('that is done needs its facts, and says which one is missing', () => {
    const read = readReply(payOut.reply, { status: 'done', reference: 'r-1', payoutId: 'p-1' })
    expect(read.ok ? [] : read.issues.map(({ path }) => path)).toEqual(['/amount'])
  })

  it('that failed needs a code', () => {
    const read = readReply(readBackup.reply, { status: 'failed', reference: 'r-1', reason: 'no medium' })
    expect(read.ok ? [] : read.issues.map(({ path }) => path)).toEqual(['/code'])
  })

  it('with a status that this version does not know has not ended', () => {
    const read = readReply(eraseDevice.reply, { status: 'queued', reference: 'r-1' })
    expect(read).toEqual({ ok: true, value: { status: 'unknown(queued)', reference: 'r-1' } })
  })

  it('is never taken for an unended one when it is done without its facts', () => {
    expect(readReply(eraseDevice.reply, { status: 'done', reference: 'r-1' }).ok).toBe(false)
  })
})

describe('states in a reply', () => {
  it('may not nest for ever', () => {
    let state: unknown = 'deep'
    for (let depth = 0; depth < 50; depth++) state = { s: state }
    expect(readReply(getTerminal.reply, { ...samples.getTerminal.answer, state }).ok).toBe(false)
  })

  it('named after the machinery of objects are dropped', () => {
    const state = JSON.parse('{"__proto__":{"admin":"yes"},"live":"held"}')
    const read = readReply(getTerminal.reply, { ...samples.getTerminal.answer, state })
    expect(read).toMatchObject({ ok: true, value: { state: { live: 'held' } } })
    expect(JSON.stringify(read)).not.toContain('admin')
    expect({}).not.toHaveProperty('admin')
  })
})

describe('the JSON of a reply', () => {
  it.each([
    ['', 'syntax'],
    ['{"a":', 'syntax'],
    ['<html>', 'syntax'],
    ['['.repeat(100_000) + ']'.repeat(100_000), 'depth'],
    [`[${'0,'.repeat(300_000)}0]`, 'members'],
  ])('is refused without a throw (%#)', (text, fault) => {
    expect(readJson(text)).toEqual({ fault })
  })

  it('of 32 levels is read', () => {
    expect(readJson('['.repeat(32) + ']'.repeat(32))).toHaveProperty('value')
  })
})
