import type * as z from 'zod'
import { judgement } from './forms/judged.ts'
import { MerchantId, numberPattern, SerialNumber, TerminalId } from './primitives.ts'

/**
 * How an acquirer writes its numbers. Patterns are matched against the whole text, and only narrow: what the other rooms
 * would refuse, no profile lets in.
 */
export interface AcquirerProfile {
  readonly merchantId: RegExp
  readonly terminalId: RegExp
  readonly serialNumber: RegExp
}

const anyId = numberPattern

/** `default` takes whatever the other rooms take; `chinaUnionPay` holds numbers to ISO 8583 fields 42 and 41. (OQ-01) */
export const acquirerProfiles = {
  default: { merchantId: anyId, terminalId: anyId, serialNumber: anyId },
  chinaUnionPay: { merchantId: /[A-Za-z0-9]{15}/, terminalId: /[A-Za-z0-9]{8}/, serialNumber: anyId },
} as const satisfies Readonly<Record<string, AcquirerProfile>>

/** Whole text, and none of the flags that make a pattern remember its last match. */
const whole = (pattern: RegExp): RegExp =>
  new RegExp(`^(?:${pattern.source})$`, pattern.flags.replace(/[gy]/g, ''))

/** What `identifierSchemas` makes of a profile: schemas that only narrow those of the package. */
export interface IdentifierSchemas {
  readonly MerchantId: z.ZodType<string, string>
  readonly TerminalId: z.ZodType<string, string>
  readonly SerialNumber: z.ZodType<string, string>
}

/**
 * Schemas for the numbers of one acquirer.
 *
 * @example identifierSchemas(acquirerProfiles.chinaUnionPay).TerminalId.safeParse('1234567').success // false
 */
export const identifierSchemas = (profile: AcquirerProfile): IdentifierSchemas => {
  const narrowed = (base: z.ZodString, pattern: RegExp) => {
    const shape = whole(pattern)
    // What the base refuses is told once, by the base.
    const fits = (text: string): boolean => shape.test(text) || !numberPattern.test(text)
    return base.check(judgement((text) => (fits(text) ? undefined : 'INVALID_FORMAT'), ['INVALID_FORMAT']))
  }
  return {
    MerchantId: narrowed(MerchantId, profile.merchantId),
    TerminalId: narrowed(TerminalId, profile.terminalId),
    SerialNumber: narrowed(SerialNumber, profile.serialNumber),
  }
}
