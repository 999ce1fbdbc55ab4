import { dayOf } from '../default-zone.ts'
import { distinct, neededWhen, type RequestRule, ruleOver } from './rule.ts'

/** What every application is held to, whatever it asks for. */
export interface CommonRequest {
  readonly channel: string
  readonly post?: { readonly postedOn: string } | undefined
  readonly signatory: { readonly authority: string; readonly mandateRef?: string | undefined }
  readonly attested: boolean
  /** Papers that come with it. A request that is kept has them beside it. */
  readonly documents?: readonly { readonly id: string }[] | undefined
}

const rule = ruleOver<CommonRequest>()
const needed = neededWhen<CommonRequest>()

export const commonRules: readonly RequestRule<CommonRequest>[] = [
  needed('post', 'channel', ({ channel }) => channel === 'post'),
  rule({
    code: 'IN_THE_FUTURE',
    reads: ['post'],
    path: ['post', 'postedOn'],
    holds: ({ post }, at) => post === undefined || at === undefined || post.postedOn <= dayOf(at),
  }),
  rule({
    code: 'MANDATE_MISSING',
    reads: ['signatory'],
    path: ['signatory', 'mandateRef'],
    holds: ({ signatory }) => signatory.authority !== 'attorney' || signatory.mandateRef !== undefined,
  }),
  rule({
    code: 'DUPLICATE_ITEM',
    reads: ['documents'],
    holds: ({ documents }) => documents === undefined || distinct(documents.map(({ id }) => id)),
  }),
  // true, complete and valid: it can only be attested, the provider judges
  rule({ code: 'MUST_BE_CONFIRMED', reads: ['attested'], holds: ({ attested }) => attested === true }),
]

/** What is broken, and how it shows. */
export interface FaultOfDevice {
  readonly component?: string | undefined
  readonly symptom?: string | undefined
  readonly cause: string
  readonly description?: string | undefined
}
