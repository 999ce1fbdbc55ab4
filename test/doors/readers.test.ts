import { afterAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import {
  type Actor,
  blockerCodes,
  clockNames,
  documentTypes,
  factProfiles,
  orderKinds,
  profileOf,
} from '../../src/domain/index.ts'
import { createLifecycle, type LifecycleInput, type LifecycleRecord } from '../../src/machine/index.ts'
import {
  ClosureRequest,
  issueCodes,
  type LifecycleEvent,
  ReinstatementRequest,
  SuspensionRequest,
} from '../../src/schemas/index.ts'
import { codesOf } from '../schemas/codes-of.ts'
import { closure, reinstatement, suspension } from '../schemas/examples/requests.ts'
import { m1, p1, p2 } from '../support/people.ts'
import { start, terminal } from '../support/samples.ts'
import { factReaders } from './readers/facts.ts'
import type { Reader, Table } from './readers/reader.ts'
import { requestReaders } from './readers/requests.ts'

const forms = {
  closure: { schema: ClosureRequest, form: closure() },
  suspension: { schema: SuspensionRequest, form: suspension() },
  reinstatement: { schema: ReinstatementRequest, form: reinstatement() },
} as const
type Process = keyof typeof forms
const processes = Object.keys(forms) as Process[]

interface Json {
  readonly properties?: Readonly<Record<string, Json>>
  readonly items?: Json
}

/** Every field that a schema asks for, down to what is no object; papers are one field, their facts stand in a table apart. */
const fieldsOf = ({ properties, items }: Json, path = ''): readonly string[] => {
  if (items) return fieldsOf(items, `${path}[]`)
  if (!properties) return [path]
  return Object.entries(properties).flatMap(([name, inner]) =>
    name === 'documents' ? [name] : fieldsOf(inner, path === '' ? name : `${path}.${name}`),
  )
}
const facts = Object.entries(factProfiles).flatMap(([type, profile]) =>
  Object.keys(profile).map((name) => `${type}.${name}`),
)

describe('every field has a reader, and every reader a field', () => {
  it.each(processes)('in a %s request', (process) => {
    const json = z.toJSONSchema(forms[process].schema, { io: 'input' }) as Json
    expect(fieldsOf(json).toSorted()).toEqual(Object.keys(requestReaders[process]).toSorted())
  })

  it('on a paper', () => {
    expect(facts.toSorted()).toEqual(Object.keys(factReaders).toSorted())
  })

  const tables = [...Object.values(requestReaders), factReaders]
  it('that is one of its list', () => {
    const lists: Readonly<Record<string, readonly string[]>> = {
      rule: [...blockerCodes, ...issueCodes],
      clock: clockNames,
      order: orderKinds,
      paper: documentTypes,
    }
    for (const [field, reader] of tables.flatMap((table) => Object.entries(table)))
      for (const [kind, name] of Object.entries(reader))
        if (lists[kind]) expect(lists[kind], `${field}: ${kind}`).toContain(name)
  })
})

const standard = createLifecycle()
/** Whoever may say this: the merchant where it is its own to say, then two of the provider. */
const senderOf = ({ type }: LifecycleEvent, made: number): Actor => {
  if (type.startsWith('review.')) return p2
  return profileOf(type).roles.includes('merchant') ? m1 : made % 2 === 0 ? p1 : p2
}

const told = (
  events: readonly LifecycleEvent[],
  {
    open = terminal(),
    machine = standard,
  }: { open?: LifecycleInput | undefined; machine?: typeof standard | undefined } = {},
) => {
  let { record } = machine.open(open, { at: start, commandId: 'open' })
  let codes: readonly string[] = []
  events.forEach((event, place) => {
    const at = new Date(Date.parse(start) + (place + 1) * 1_000).toISOString()
    const answer = machine.step(record, { commandId: `c-${place}`, at, actor: senderOf(event, place), event })
    codes = answer.accepted
      ? []
      : answer.blockers.flatMap(({ code, data }) => [
          code,
          ...(Array.isArray(data?.missing) ? data.missing : []),
        ])
    if (answer.accepted) record = answer.record
    else if (place < events.length - 1) throw new Error(`${event.type}: ${codes.join(', ')}`)
  })
  return { record, codes }
}

const prove = (reader: Reader, form?: (typeof forms)[Process]): void => {
  for (const proof of [reader.proof, reader.alsoProof]) show(reader, proof, form)
}

const show = (reader: Reader, proof: Reader['proof'], form?: (typeof forms)[Process]): void => {
  const name = 'rule' in reader ? reader.rule : 'paper' in reader ? reader.paper : ''
  if (proof === undefined) return
  if ('form' in proof) {
    if (!form) throw new Error('a fact is in no form')
    const said = (fields: object) =>
      codesOf(form.schema, { ...form.form, ...fields }).map((code) => code.split(' ')[0])
    expect(said({})).toEqual([])
    expect(said(proof.form)).toContain(name)
  } else if ('step' in proof) {
    const { open, machine, before = [], good, other } = proof.step
    expect(told([...before, good], { open, machine }).codes).not.toContain(name)
    expect(told([...before, other], { open, machine }).codes).toContain(name)
  } else {
    const { after, open, shows, is } = proof
    const { record, codes } = told(after, { open })
    expect(codes).toEqual([])
    expect((shows as (record: LifecycleRecord) => unknown)(record)).toMatchObject(is as object)
  }
}

const proven = (table: Table) => Object.entries(table).filter(([, { proof }]) => proof !== undefined)

describe('a reader reads', () => {
  for (const process of processes)
    it.each(proven(requestReaders[process]))(`${process}: %s`, (_, reader) => prove(reader, forms[process]))
  it.each(proven(factReaders))('%s', (_, reader) => prove(reader))

  it('as is shown for most of them', () => {
    for (const table of [...Object.values(requestReaders), factReaders])
      expect(proven(table).length / Object.keys(table).length).toBeGreaterThan(0.5)
  })
})

afterAll(() => {
  const rows = { ...requestReaders, facts: factReaders }
  const figure = ([name, table]: [string, Table]) =>
    `${name} ${Object.keys(table).length}/${proven(table).length}`
  console.info(`fields with a reader/with a proof: ${Object.entries(rows).map(figure).join(', ')}`)
})
