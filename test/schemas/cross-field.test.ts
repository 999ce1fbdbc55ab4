import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { crossField, requiredWhen } from '../../src/schemas/forms/cross-field.ts'
import { ClosureRequest, ReinstatementRequest, SuspensionRequest } from '../../src/schemas/index.ts'
import { codesOf } from './codes-of.ts'
import { at, digest } from './examples/papers.ts'
import { closure, reinstatement, suspension } from './examples/requests.ts'

interface Broken {
  readonly change: object
  readonly code: string
  /** Fields that the rule reads; mistakes elsewhere must not silence it. */
  readonly reads: readonly string[]
}

const double = [1, 2].map(() => ({ id: 'DOC-1', type: 'business_licence', digest }))
const closureRules: readonly Broken[] = [
  {
    change: { terminalId: undefined, serialNumber: undefined },
    code: 'TERMINAL_OR_SERIAL_REQUIRED /terminalId',
    reads: ['terminalId', 'serialNumber'],
  },
  { change: { duration: 'temporary' }, code: 'TEMPORARY_IS_SUSPENSION /duration', reads: ['duration'] },
  { change: { reason: 'MALICIOUS_ATTACK' }, code: 'REASON_NOT_FOR_INITIATOR /reason', reads: ['reason'] },
  { change: { reason: 'OTHER' }, code: 'REQUIRED_HERE /comment', reads: ['reason', 'comment'] },
  { change: { reason: 'CONTRACT_EXPIRED' }, code: 'REQUIRED_HERE /contract', reads: ['reason', 'contract'] },
  {
    change: { disposition: 'collection' },
    code: 'REQUIRED_HERE /collectionAddress',
    reads: ['disposition', 'collectionAddress'],
  },
  { change: { channel: 'post' }, code: 'REQUIRED_HERE /post', reads: ['channel', 'post'] },
  { change: { documents: double }, code: 'DUPLICATE_ITEM /documents', reads: ['documents'] },
  {
    change: { signatory: { personId: 'm', authority: 'attorney' } },
    code: 'MANDATE_MISSING /signatory/mandateRef',
    reads: ['signatory'],
  },
  { change: { contact: {} }, code: 'CONTACT_REQUIRED /contact/mobile', reads: ['contact'] },
]
const suspensionRules: readonly Broken[] = [
  { change: { duration: 'permanent' }, code: 'PERMANENT_IS_CLOSURE /duration', reads: ['duration'] },
  { change: { reason: 'UNKNOWN' }, code: 'REASON_TOO_VAGUE /reason', reads: ['reason'] },
  {
    change: { plannedPeriod: { from: at, until: '2020-01-01T00:00:00Z' } },
    code: 'PERIOD_REVERSED /plannedPeriod/until',
    reads: ['plannedPeriod'],
  },
  { change: { terminalIds: ['1', '1'] }, code: 'DUPLICATE_ITEM /terminalIds', reads: ['terminalIds'] },
  {
    change: { dataBackup: 'notPossible' },
    code: 'REQUIRED_HERE /dataBackupNote',
    reads: ['dataBackup', 'dataBackupNote'],
  },
]
const reinstatementRules: readonly Broken[] = [
  { change: { holdIds: ['HOLD-1', 'HOLD-1'] }, code: 'DUPLICATE_ITEM /holdIds', reads: ['holdIds'] },
  {
    change: { holdIds: ['HOLD-1', 'HOLD-2'] },
    code: 'REMEDY_UNSTATED /remedies',
    reads: ['holdIds', 'remedies'],
  },
  { change: { reasons: ['COMPLIANCE_ISSUE'] }, code: 'REASON_TOO_VAGUE /reasons', reads: ['reasons'] },
]

const nonsense = fc.constantFrom<unknown>(
  undefined,
  null,
  7,
  '',
  'x'.repeat(600),
  [],
  {},
  [null],
  { a: 1 },
  true,
  Number.NaN,
)

describe.each([
  ['closure', ClosureRequest, closure, closureRules],
  ['suspension', SuspensionRequest, suspension, suspensionRules],
  ['reinstatement', ReinstatementRequest, reinstatement, reinstatementRules],
] as const)('the form for %s', (_, schema, form, rules) => {
  const fields = Object.keys(form())

  it.each(rules)('says $code by itself', ({ change, code }) => {
    expect(codesOf(schema, { ...form(), ...change })).toContain(code)
  })

  it('says what a rule has to say, whatever is wrong with fields that the rule does not read', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...rules),
        fc.dictionary(fc.constantFrom(...fields, 'surplus', 'password'), nonsense, { maxKeys: 8 }),
        ({ change, code, reads }, mistakes) => {
          const elsewhere = Object.fromEntries(
            Object.entries(mistakes).filter(([field]) => !reads.includes(field)),
          )
          expect(codesOf(schema, { ...form(), ...elsewhere, ...change })).toContain(code)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('says everything that each mistake alone would make it say about fields', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...fields), nonsense, { maxKeys: 6 }), (mistakes) => {
        const together = codesOf(schema, { ...form(), ...mistakes })
        for (const [field, value] of Object.entries(mistakes)) {
          const alone = codesOf(schema, { ...form(), [field]: value })
          const ofField = alone.filter((code) => code.split(' ')[1]?.startsWith(`/${field}`))
          // a rule about this field may be put off while a field that decides it is unreadable
          expect(together).toEqual(expect.arrayContaining(ofField.filter((code) => !isOfRule(code))))
        }
      }),
      { numRuns: 200 },
    )
  })
})

const isOfRule = (code: string): boolean =>
  /REQUIRED_HERE|REQUIRED \/terminalId|UNSTATED|UNSUITABLE|NOT_ATTACHED|RUNNING|SERIAL_REQUIRED/.test(code)

describe('a rule', () => {
  const shape = z.strictObject({ from: z.int(), until: z.int().max(9), note: z.string().optional() })
  const rule = crossField<z.output<typeof shape>>()
  const Form = shape.check(
    rule({ code: 'PERIOD_REVERSED', reads: ['until', 'from'], holds: ({ from, until }) => from <= until }),
    rule({
      code: 'DUPLICATE_ITEM',
      reads: ['until', 'from'],
      holds: ({ from, until }) => from - until !== 1,
    }),
    requiredWhen<z.output<typeof shape>>()('note', 'until', ({ until }) => until < 0),
  )

  it('is not silenced by what another rule says of the same field', () => {
    expect(codesOf(Form, { from: 0, until: -1 })).toEqual([
      'PERIOD_REVERSED /until',
      'DUPLICATE_ITEM /until',
      'REQUIRED_HERE /note',
    ])
  })

  it('is not silenced by a surplus field, nor by a value that is merely too large', () => {
    expect(codesOf(Form, { from: 11, until: 10, colour: 'red' })).toEqual([
      'TOO_LARGE /until',
      'UNKNOWN_FIELD /colour',
      'PERIOD_REVERSED /until',
      'DUPLICATE_ITEM /until',
    ])
  })

  it('waits for the fields it reads, and for no other', () => {
    expect(codesOf(Form, { from: 'a', until: 1 })).toEqual(['WRONG_TYPE /from'])
    expect(codesOf(Form, { from: 2, until: 1, note: 7 })).toEqual([
      'WRONG_TYPE /note',
      'PERIOD_REVERSED /until',
      'DUPLICATE_ITEM /until',
    ])
  })

  it('is given the fields it reads, and no other', () => {
    const seen: unknown[] = []
    const Spy = shape.check(rule({ code: 'INVALID', reads: ['from'], holds: (form) => seen.push(form) > 0 }))
    Spy.parse({ from: 1, until: 2, note: 'x' })
    expect(seen).toEqual([{ from: 1 }])
  })

  it('is spared what is no object at all', () => {
    expect(codesOf(Form, 'nothing')).toEqual(['WRONG_TYPE '])
  })
})
