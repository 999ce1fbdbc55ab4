import { type Catalogues, noticeWording } from '../../src/domain/index.ts'
import { createLifecycle, type ProcedureAnswer } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { m1, p1 } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { cny, serial, start, suspensionRequested, terminal } from '../support/samples.ts'

/** Two catalogues that differ in one field, and a question that is answered otherwise by each. */
export interface CatalogueCase {
  readonly one: Catalogues
  readonly other: Catalogues
  readonly ask: (catalogues: Catalogues) => unknown
}

const from = '2026-01-01'
const device = { serial, owner: 'provider', tenancy: 'sole', model: 'N86' } as const
const opening = terminal({ devices: [device] })
const worldOf = (catalogues: Catalogues) => openPlay(opening, undefined, createLifecycle({ catalogues }))

/** Why the acquirer that publishes this refuses it. */
const refusals = (actor: typeof m1, event: LifecycleEvent) => async (catalogues: Catalogues) => {
  const answer = await worldOf(catalogues).send(actor, event)
  return answer.accepted ? [] : answer.blockers.map(({ code }) => code)
}
const pause = refusals(m1, suspensionRequested({ procedureVersion: 'v1' }))
const told =
  (name: keyof ProcedureAnswer) =>
  async (catalogues: Catalogues): Promise<unknown> =>
    createLifecycle({ catalogues }).procedure(await worldOf(catalogues).record(), {
      process: 'closure',
      at: start,
    })[name]
const charged = (kind: 'rental' | 'annual' = 'rental') =>
  refusals(p1, {
    type: 'charge.raised',
    chargeId: 'c',
    kind,
    amount: cny(900),
    feeTableVersion: 't1',
    serial,
  })
const words = (catalogues: Catalogues) =>
  noticeWording(catalogues, { template: 'return_label', locale: 'en', audience: 'merchant', at: start })

type Procedures = NonNullable<Catalogues['procedures']>[number]
type Prices = NonNullable<NonNullable<Catalogues['feeTables']>[number]['prices']>[number]
type Kit = NonNullable<Catalogues['accessories']>[number]
type Words = NonNullable<Catalogues['notices']>[number]

const procedures = (differs: Partial<Procedures>): Catalogues => ({
  procedures: [{ version: 'v1', from, ...differs }],
})
const table = (differs: object): Catalogues => ({ feeTables: [{ version: 't1', from, ...differs }] })
const price = (differs: Partial<Prices>): Catalogues =>
  table({ prices: [{ kind: 'rental', amount: cny(900), ...differs }] })
const kit = (differs: Partial<Kit>): Catalogues => ({
  accessories: [{ model: 'N86', items: [{ name: 'base', count: 1 }], from, ...differs }],
})
const notice = (differs: Partial<Words>): Catalogues => ({
  notices: [
    { template: 'return_label', locale: 'en', subject: 'A label', body: 'Send it.', from, ...differs },
  ],
})

/** One for each field. */
export const catalogueCases: Readonly<Record<string, CatalogueCase>> = {
  procedures: { one: procedures({}), other: {}, ask: told('version') },
  'procedures[].version': { one: procedures({}), other: procedures({ version: 'v2' }), ask: pause },
  'procedures[].process': {
    one: procedures({ process: 'closure' }),
    other: procedures({ process: 'suspension' }),
    ask: told('version'),
  },
  'procedures[].model': {
    one: procedures({ model: 'N86' }),
    other: procedures({ model: 'A920' }),
    ask: pause,
  },
  'procedures[].channels': {
    one: procedures({ channels: ['online'] }),
    other: procedures({ channels: ['post'] }),
    ask: told('channels'),
  },
  'procedures[].steps': {
    one: procedures({}),
    other: procedures({ steps: [{ en: 'x' }] }),
    ask: told('steps'),
  },
  'procedures[].steps[].zh-CN': {
    one: procedures({ steps: [{ 'zh-CN': '登录' }] }),
    other: procedures({ steps: [{ 'zh-CN': '寄回' }] }),
    ask: told('steps'),
  },
  'procedures[].steps[].en': {
    one: procedures({ steps: [{ en: 'Log in' }] }),
    other: procedures({ steps: [{ en: 'Send it back' }] }),
    ask: told('steps'),
  },
  'procedures[].from': { one: procedures({}), other: procedures({ from: '2026-03-10' }), ask: pause },
  'procedures[].until': { one: procedures({}), other: procedures({ until: '2026-01-10' }), ask: pause },
  feeTables: { one: table({}), other: {}, ask: charged() },
  'feeTables[].version': { one: table({}), other: table({ version: 't2' }), ask: charged() },
  'feeTables[].prices': { one: price({}), other: table({}), ask: told('fees') },
  'feeTables[].prices[].kind': {
    one: price({ amount: cny(1) }),
    other: price({ kind: 'annual', amount: cny(1) }),
    ask: charged(),
  },
  'feeTables[].prices[].process': {
    one: price({ process: 'closure' }),
    other: price({ process: 'suspension' }),
    ask: told('fees'),
  },
  'feeTables[].prices[].model': {
    one: price({ model: 'N86', amount: cny(1) }),
    other: price({ model: 'A920', amount: cny(1) }),
    ask: charged(),
  },
  'feeTables[].prices[].amount': { one: price({}), other: price({ amount: cny(901) }), ask: charged() },
  'feeTables[].prices[].amount.amount': {
    one: price({}),
    other: price({ amount: cny(899) }),
    ask: charged(),
  },
  'feeTables[].prices[].amount.currency': {
    one: price({}),
    other: price({ amount: { amount: 900, currency: 'USD' } }),
    ask: told('fees'),
  },
  'feeTables[].from': { one: table({}), other: table({ from: '2026-03-10' }), ask: charged() },
  'feeTables[].until': { one: table({}), other: table({ until: '2026-01-10' }), ask: charged() },
  accessories: { one: kit({}), other: {}, ask: told('accessories') },
  'accessories[].model': { one: kit({}), other: kit({ model: 'A920' }), ask: told('accessories') },
  'accessories[].items': { one: kit({}), other: kit({ items: [] }), ask: told('accessories') },
  'accessories[].items[].name': {
    one: kit({}),
    other: kit({ items: [{ name: 'cable', count: 1 }] }),
    ask: told('accessories'),
  },
  'accessories[].items[].count': {
    one: kit({}),
    other: kit({ items: [{ name: 'base', count: 2 }] }),
    ask: told('accessories'),
  },
  'accessories[].from': { one: kit({}), other: kit({ from: '2026-03-10' }), ask: told('accessories') },
  'accessories[].until': { one: kit({}), other: kit({ until: '2026-01-10' }), ask: told('accessories') },
  notices: { one: notice({}), other: {}, ask: words },
  'notices[].template': { one: notice({}), other: notice({ template: 'deadline_near' }), ask: words },
  'notices[].locale': { one: notice({}), other: notice({ locale: 'zh-CN' }), ask: words },
  'notices[].audience': {
    one: notice({ audience: 'merchant' }),
    other: notice({ audience: 'bank' }),
    ask: words,
  },
  'notices[].subject': { one: notice({}), other: notice({ subject: 'Another one' }), ask: words },
  'notices[].body': { one: notice({}), other: notice({ body: 'Keep it.' }), ask: words },
  'notices[].from': { one: notice({}), other: notice({ from: '2026-03-10' }), ask: words },
  'notices[].until': { one: notice({}), other: notice({ until: '2026-01-10' }), ask: words },
}
