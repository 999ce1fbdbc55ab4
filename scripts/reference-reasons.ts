import {
  closureReasonProfiles,
  closureReasons,
  reasonProfiles,
  requiredDocuments,
  suspensionReasons,
  textOf,
} from '../src/domain/index.ts'
import { code, papers, type Section, table } from './reference-kit.ts'

const merchant = { initiator: 'merchant', merchantType: 'enterprise' } as const

export const suspensions: Section = (locale, words) => {
  const { heads, releases, tests, yes, comma } = words
  const rows = suspensionReasons.map((reason) => {
    const { caps, release, test, disclosure } = reasonProfiles[reason]
    const needed = requiredDocuments({ process: 'reinstatement', ...merchant, reasons: [reason] })
    return [
      code(reason),
      textOf('suspensionReason', reason, locale),
      caps.map((cap) => textOf('limit', cap, locale)).join(comma),
      releases[release],
      tests[test],
      disclosure === 'hidden' ? yes : '',
      release === 'application' ? papers(needed, locale, words) : '',
    ]
  })
  const columns = [
    heads.code,
    heads.meaning,
    heads.limits,
    heads.release,
    heads.test,
    heads.hidden,
    heads.papers,
  ]
  return ['suspensions', table(columns, rows)]
}

export const closures: Section = (locale, words) => {
  const { heads, yes, comma } = words
  const rows = closureReasons.map((reason) => {
    const { initiators, needsText, urgent } = closureReasonProfiles[reason]
    const needed = requiredDocuments({ process: 'closure', ...merchant, reasons: [reason] })
    return [
      code(reason),
      textOf('closureReason', reason, locale),
      initiators.map((owner) => textOf('role', owner, locale)).join(comma),
      needsText ? yes : '',
      urgent ? yes : '',
      initiators.includes('merchant') ? papers(needed, locale, words) : '',
    ]
  })
  return [
    'closures',
    table([heads.code, heads.meaning, heads.who, heads.needsText, heads.urgent, heads.papers], rows),
  ]
}
