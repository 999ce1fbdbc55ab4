import { describe, expect, it } from 'vitest'
import { inOwnWords } from '../../src/domain/index.ts'

const wording = { subject: 'Terminal {terminal}', body: 'Send it to us.\nBag: {bag}\nUntil {due}, {due}.' }

describe('a notice in the words of the acquirer', () => {
  it('says what is known, and leaves out the line of what is not', () => {
    expect(inOwnWords(wording, { terminal: '10000001', due: '12 March' })).toEqual({
      subject: 'Terminal 10000001',
      body: 'Send it to us.\nUntil 12 March, 12 March.',
    })
    expect(inOwnWords(wording, { terminal: '10000001', bag: 'B1', due: undefined })?.body).toBe(
      'Send it to us.\nBag: B1',
    )
  })

  it('is none where its subject cannot be said, or nothing is left to say', () => {
    expect(inOwnWords(wording, { due: '12 March' })).toBeUndefined()
    expect(inOwnWords({ subject: 'A word', body: '{reason}\n' }, {})).toBeUndefined()
    expect(inOwnWords({ subject: '{toString}', body: 'x' }, {})).toBeUndefined()
  })

  it('takes what is filled in as it is, braces and all', () => {
    expect(inOwnWords({ subject: '{a}', body: '{a}$&{b}' }, { a: '{b}$1', b: 'x' })).toEqual({
      subject: '{b}$1',
      body: '{b}$1$&x',
    })
  })
})
