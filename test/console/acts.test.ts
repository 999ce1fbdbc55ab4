import { eventTypes, profileOf } from 'terminal-lifecycle/domain'
import { openRecord } from 'terminal-lifecycle/machine'
import { LifecycleEvent } from 'terminal-lifecycle/schemas'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { actForm } from '../../examples/acquirer-backend/console/act-form.ts'
import { actLabelsEn } from '../../examples/acquirer-backend/console/act-labels-en.ts'
import { minorUnits, valuesOf } from '../../examples/acquirer-backend/console/act-read.ts'
import { type ActField, actFields } from '../../examples/acquirer-backend/console/act-schema.ts'
import { acquirerId, people } from '../../examples/acquirer-backend/people.ts'
import { now, readerAs } from './a-reader.ts'

const record = openRecord(
  {
    ...{ lifecycleId: 'life-1', acquirerId, merchantId: 'M-1', terminalId: 'T-1' },
    ...{ merchantName: '青禾便利店', merchantType: 'enterprise' },
    devices: [{ serial: 'SN-1', owner: 'provider', tenancy: 'sole' }],
    openedBy: people.chen.actor,
  },
  { at: now },
)

const ofProvider = eventTypes.filter((type) => profileOf(type).roles.includes('provider'))
const names = (fields: readonly ActField[]): readonly string[] =>
  fields.flatMap((field) => [field.name, ...(field.kind === 'group' ? names(field.fields) : [])])

it('makes a form for every act of the provider; five have pages of their own, and proposing is the form of what is proposed', () => {
  const without = ofProvider.filter((type) => actFields(type) === undefined)
  expect(without).toEqual([
    'suspension.requested',
    'reinstatement.requested',
    'closure.requested',
    'act.proposed',
    'document.added',
    'document.checked',
  ])
})

it('asks for every member of every event', () => {
  const shapes = z.toJSONSchema(LifecycleEvent, { unrepresentable: 'any', io: 'input' }).oneOf ?? []
  const left = ofProvider.flatMap((type) => {
    const shape = shapes.find(
      ({ properties }) => (properties?.type as { const?: string } | undefined)?.const === type,
    )
    const all = Object.keys(shape?.properties ?? {}).filter((name) => name !== 'type')
    const asked = actFields(type)?.map(({ name }) => name) ?? all
    return all.filter((name) => !asked.includes(name)).map((name) => `${type} ${name}`)
  })
  expect(left).toEqual([])
})

it('knows a word for each field that it asks for', () => {
  const asked = new Set(ofProvider.flatMap((type) => names(actFields(type) ?? [])))
  expect([...asked].filter((name) => !Object.hasOwn(actLabelsEn, name))).toEqual([])
})

it('makes the event of what was typed: money in minor units, what is empty left out', () => {
  const sent = {
    ...{ chargeId: ['CH-1'], kind: ['rental'], amount: ['1,234.5'], feeTableVersion: ['standard'] },
    ...{ serial: [''], documentId: [' '] },
  }
  const event = { type: 'charge.raised', ...valuesOf(actFields('charge.raised') ?? [], sent, record) }
  expect(event).toEqual({
    ...{ type: 'charge.raised', chargeId: 'CH-1', kind: 'rental', feeTableVersion: 'standard' },
    amount: { amount: 123_450, currency: 'CNY' },
  })
  expect(LifecycleEvent.safeParse(event).success).toBe(true)
})

it('takes minus, whole and half amounts as they are written, and leaves what is none to the schema', () => {
  const net = (text: string) => {
    const sent = { statementId: ['S'], upTo: [now], net: [text] }
    const { net: read } = valuesOf(actFields('settlement.stated') ?? [], sent, record)
    return (read as { amount: unknown }).amount
  }
  const written = ['12', '-3.40', '-0.50', '0.05', 'twelve', '1.005']
  expect(written.map(net)).toEqual([1200, -340, -50, 5, 'twelve', '1.005'])
  expect([minorUnits('1200', 'JPY'), minorUnits('1.5', 'JPY'), minorUnits('1.5', 'KWD')]).toEqual([
    1200,
    undefined,
    1500,
  ])
})

it('offers the devices of the record, and escapes what was typed', async () => {
  const fields = actFields('device.found') ?? []
  const form = {
    type: 'device.found',
    record,
    fields,
    wrong: new Map([['where', 'This is needed.']]),
  } as const
  const page = String(await actForm(readerAs('chen'), { ...form, sent: { where: ['<img onerror=x>'] } }))
  expect(page).toContain('<option value="SN-1"')
  expect(page).not.toContain('<img')
  expect(page).toContain('aria-invalid="true"')
  expect(page).toContain('href="#f-where"')
})
