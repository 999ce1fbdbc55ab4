import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import {
  ClosureRequest,
  parseForm,
  ReinstatementRequest,
  requestDigest,
  SuspensionRequest,
} from '../../src/schemas/index.ts'
import { codesOf } from './codes-of.ts'
import { closure, reinstatement, suspension } from './examples/requests.ts'

/** What a browser sends for a field that nobody filled in, or in which somebody leant on the space bar. */
const blanks = ['', ' ', '\t \n', '\u3000']

interface Form {
  readonly schema: z.ZodType
  readonly form: Readonly<Record<string, unknown>>
  /** Every optional text, as a path below the form. */
  readonly optional: readonly string[]
  readonly required: Readonly<Record<string, string>>
}

const everywhere = [
  'serialNumber',
  'signatory/mandateRef',
  'contact/name',
  'contact/email',
  'documents/0/supersedes',
]
const forms: Readonly<Record<string, Form>> = {
  closure: {
    schema: ClosureRequest,
    form: closure() as never,
    optional: [
      ...everywhere,
      'comment',
      'effectiveDate',
      'payoutMethod',
      'successorTerminalId',
      'registeredMobile',
      'collectionAddress',
    ],
    required: { merchantName: 'REQUIRED', merchantId: 'INVALID_FORMAT', reason: 'NOT_ALLOWED_VALUE' },
  },
  suspension: {
    schema: SuspensionRequest,
    form: { ...suspension(), fault: { cause: 'wear' } },
    optional: [
      ...everywhere,
      'comment',
      'plannedPeriod/until',
      'dataBackupNote',
      'fault/component',
      'fault/symptom',
      'fault/description',
    ],
    required: { merchantName: 'REQUIRED', applicationId: 'INVALID_FORMAT' },
  },
  reinstatement: {
    schema: ReinstatementRequest,
    form: { ...reinstatement(), fault: { cause: 'wear' } },
    optional: [
      ...everywhere,
      'businessImpact',
      'selfService',
      'remedies/0/providerAuthorisation',
      'remedies/0/description',
      'fault/description',
    ],
    required: { whyLift: 'REQUIRED', reasonDescription: 'REQUIRED', suspendedOn: 'INVALID_DAY' },
  },
}

const changed = (
  value: unknown,
  [first = '', ...rest]: readonly string[],
  text: string | undefined,
): unknown => {
  const inner = (value as Record<string, unknown>)[first]
  const made = rest.length === 0 ? text : changed(inner, rest, text)
  if (Array.isArray(value)) return value.with(Number(first), made)
  const { [first]: _gone, ...others } = value as Record<string, unknown>
  return made === undefined ? others : { ...others, [first]: made }
}
const at = (path: string) => path.split('/')

describe.each(Object.entries(forms))('a field of a form for %s that was left empty', (_, given) => {
  const { schema, form, optional, required } = given

  it.each(optional)('is the same as none: %s', (path) => {
    const without = parseForm(schema, changed(form, at(path), undefined))
    expect(without.success).toBe(true)
    for (const blank of blanks)
      expect(parseForm(schema, changed(form, at(path), blank)), JSON.stringify(blank)).toStrictEqual(without)
  })

  it('is the same as none, however many there are', () => {
    fc.assert(
      fc.property(fc.subarray([...optional]), fc.constantFrom(...blanks), (paths, blank) => {
        const to = (text: string | undefined) =>
          paths.reduce<unknown>((made, path) => changed(made, at(path), text), form)
        expect(parseForm(schema, to(blank))).toStrictEqual(parseForm(schema, to(undefined)))
      }),
      { numRuns: 100 },
    )
  })

  it.each(Object.entries(required))('is missing where it must be filled in: %s', (path, code) => {
    expect(codesOf(schema, changed(form, at(path), ''))).toContain(`${code} /${path}`)
  })

  it('leaves the JSON Schema as it was: a text is a text', () => {
    const { properties } = z.toJSONSchema(schema, { io: 'input' }) as { properties: Record<string, object> }
    expect(properties.merchantName).toMatchObject({ type: 'string' })
  })
})

describe('an empty field', () => {
  it('is missing where the rest of the form asks for it', () => {
    expect(codesOf(ClosureRequest, { ...closure(), reason: 'OTHER', comment: ' ' })).toEqual([
      'REQUIRED_HERE /comment',
    ])
    expect(codesOf(ClosureRequest, { ...closure(), contact: { mobile: '', email: '' } })).toEqual([
      'CONTACT_REQUIRED /contact/mobile',
    ])
  })

  it('is no part of the digest', async () => {
    const documents = ClosureRequest.parse(closure()).documents
    const digests = ['', undefined].map((comment) =>
      requestDigest(ClosureRequest.parse({ ...closure(), comment }), documents),
    )
    expect(new Set(await Promise.all(digests)).size).toBe(1)
  })

  it('hides no field that may not be there', () => {
    expect(codesOf(ClosureRequest, { ...closure(), password: '', colour: '' })).toEqual([
      'FORBIDDEN_FIELD /password',
      'UNKNOWN_FIELD /colour',
    ])
  })
})
