import type { Actor } from 'terminal-lifecycle/domain'
import { type Person, people } from '../../examples/acquirer-backend/people.ts'

export interface Shop {
  readonly merchantId: string
  readonly name: string
  readonly type: 'enterprise' | 'sole_trader'
  readonly code: string
  /** Who acts for it; the first three can sign in. */
  readonly owner: Pick<Person, 'actor' | 'names'>
}

const acquirerId = people.chen.actor.acquirerId

const owner = (personId: string, merchantId: string, zh: string, en: string): Shop['owner'] => ({
  actor: {
    role: 'merchant',
    personId,
    organisationId: merchantId,
    acquirerId,
    duties: [],
  } satisfies Actor,
  names: { 'zh-CN': zh, en },
})

/** All invented. */
export const shops = {
  tea: {
    merchantId: '898440354110001',
    name: '听雨轩茶舍',
    type: 'sole_trader',
    code: '92440305MA5TY0A1XL',
    owner: people.lin,
  },
  noodles: {
    merchantId: '898440354110002',
    name: '晚风面馆',
    type: 'sole_trader',
    code: '92440304MA6AB1C220',
    owner: people.guo,
  },
  hostel: {
    merchantId: '898440354110003',
    name: '锦程旅馆',
    type: 'enterprise',
    code: '91440303MA6FJ6K765',
    owner: people.qin,
  },
  pharmacy: {
    merchantId: '898440354110004',
    name: '杜衡药房',
    type: 'sole_trader',
    code: '92440308MA6MQ3R513',
    owner: owner('merchant-du', '898440354110004', '杜衡', 'Du Heng'),
  },
  bakery: {
    merchantId: '898440354110005',
    name: '麦香面包房',
    type: 'sole_trader',
    code: '92440305MA6KN1P26M',
    owner: owner('merchant-tan', '898440354110005', '谭静', 'Tan Jing'),
  },
  electrics: {
    merchantId: '898440354110006',
    name: '南岸电器行',
    type: 'enterprise',
    code: '91440305MA6BD2E38R',
    owner: owner('merchant-fang', '898440354110006', '方敏', 'Fang Min'),
  },
} as const satisfies Readonly<Record<string, Shop>>
