import {
  type ClockRule,
  clockNames,
  closureReasons,
  type FeeTable,
  type LifecyclePolicy,
  obligationKinds,
  suspensionReasons,
} from '../../domain/index.ts'
import { type Fields, fields, flag, list, natural, oneOf, optional, text, upTo, word } from './kinds.ts'

/** The most working days that are counted; of any other unit so many still end in a year with a number. */
export const longest = 10_000

export const clockRule = () =>
  fields<ClockRule>({
    amount: upTo(longest),
    unit: word('years workingDays days hours minutes'),
  })

export const policy = () =>
  fields<LifecyclePolicy>({
    clocks: fields(
      Object.fromEntries(clockNames.map((name) => [name, clockRule()])) as Fields<LifecyclePolicy['clocks']>,
    ),
    verifyAttempts: natural,
    urgentBases: list(oneOf(closureReasons)),
    appealAllowed: flag,
    setOffAllowed: flag,
    carryOverKinds: list(oneOf(obligationKinds)),
    unbindRequires: word('keysRemoved received'),
    systemMayPlace: list(oneOf(suspensionReasons)),
    feeTables: list(fields<FeeTable>({ version: text, from: text, until: optional(text) })),
  })
