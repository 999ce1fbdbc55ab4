import * as z from 'zod'
import { AcquirerId, MerchantId, TerminalId } from '../schemas/index.ts'

/** Whose terminal it is. */
export interface TerminalNumbers {
  readonly acquirerId: string
  readonly merchantId: string
  readonly terminalId: string
}

/** A number may hold colons, and no tilde: so two terminals never have one reference. */
const written = (number: string): string => number.replaceAll(':', '~')
const read = (part: string): string => part.replaceAll('~', ':')

/**
 * How the acquirer's systems know a terminal: `{acquirerId}:{merchantId}:{terminalId}`. A colon within one of the numbers is
 * written as `~`.
 *
 * @example terminalRef({ acquirerId: 'acq-1', merchantId: 'm-1', terminalId: 't:1' }) // 'acq-1:m-1:t~1'
 */
export const terminalRef = ({ acquirerId, merchantId, terminalId }: TerminalNumbers): string =>
  [acquirerId, merchantId, terminalId].map(written).join(':')

/** One part: a number as every room takes it; that it has 40 characters at most, a pattern that others can read does not say. */
const part = '[._~-]{0,39}[A-Za-z0-9][A-Za-z0-9._~-]{0,39}'

/** What a terminal is called on the systems side of the contract. */
export const TerminalRef = z
  .string()
  .regex(new RegExp(`^${part}:${part}:${part}$`))
  // Each number as it is judged by itself; what the form refuses is told once, by the form.
  .superRefine((text, context) => {
    for (const [place, number] of text.split(':').map(read).entries())
      for (const issue of numbers[place]?.safeParse(number).error?.issues ?? [])
        if (issue.code === 'custom' || issue.code === 'too_big') context.addIssue({ ...issue, path: [] })
  })
const numbers = [AcquirerId, MerchantId, TerminalId]

/** The numbers in a reference; `undefined`: it is none. @example terminalNumbers('acq-1:m-1:t~1')?.terminalId // 't:1' */
export const terminalNumbers = (ref: string): TerminalNumbers | undefined => {
  const [acquirerId = '', merchantId = '', terminalId = ''] = ref.split(':').map(read)
  return TerminalRef.safeParse(ref).success ? { acquirerId, merchantId, terminalId } : undefined
}
