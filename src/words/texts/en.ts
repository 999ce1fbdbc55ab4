import type { NoticeWords } from '../notices/lines.ts'
import { clocks } from './en/clocks.ts'
import { merchant } from './en/merchant.ts'
import { others, special } from './en/others.ts'

export const noticesEn: NoticeWords = {
  subject: { customers: '{merchant}: {notice}', others: '{notice} (terminal {terminal})' },
  withheld: {
    subject: 'About terminal {terminal}',
    lines: ['There is a matter about terminal {terminal} that you should know of.'],
  },
  merchant,
  special,
  others,
  ask: {
    merchant: 'If you have questions, contact {provider} and quote terminal {terminal}.',
    customers: 'If you have questions, please ask {merchant}.',
    others: 'If you have questions, contact {provider} and quote terminal {terminal}.',
  },
  clocks,
  processes: {
    suspension: 'application for a suspension',
    reinstatement: 'application to lift a suspension',
    closure: 'application for the closure',
    any: 'application',
  },
  publicReasons: {
    technical: 'a technical problem',
    planned: 'maintenance or a check',
    business: 'a decision of the business',
  },
  times: {
    years: ['{amount} year', '{amount} years'],
    workingDays: ['{amount} working day', '{amount} working days'],
    days: ['{amount} day', '{amount} days'],
    hours: ['{amount} hour', '{amount} hours'],
    minutes: ['{amount} minute', '{amount} minutes'],
  },
  phrases: {
    provider: 'your payment provider',
    providerAt: 'your payment provider ({contact})',
    or: ' or ',
    comma: ', ',
    semicolon: '; ',
    device: 'serial number {serial}',
    inspection: 'inspection of the device with serial number {serial}',
    sumFor: '{what} {amount}',
    depositFrom: '{what} {amount}, refundable from {day}',
    depositNow: '{what} {amount}, to be refunded',
    carriedOver: '{what} {amount}, to be reviewed on {day}',
    chargeLeft: '{what} {amount}, to be paid',
    about: ' ({what})',
  },
}
