import { outlineOf } from 'terminal-lifecycle/diagram'
import { type State, seenRecord } from '../app/state.ts'
import type { Tongue } from '../words/tongue.ts'
import { h } from './dom.ts'
import { section } from './parts.ts'

const lookOf = (path: string): string => {
  if (/held$/.test(path)) return 'status stopped'
  if (/testing|enabling|underReview|confirming|verifying/.test(path)) return 'status waits'
  if (/needsInformation|rejected|open$/.test(path)) return 'status todo'
  if (/inService|done$/.test(path)) return 'status done'
  return 'status plain'
}

/** Where the terminal stands, in words. */
export function nowView(state: State, tongue: Tongue) {
  const record = seenRecord(state)
  const { words, text, locale } = tongue
  const { context } = record
  const here = outlineOf(tongue.diagrams, { record }).filter((one) => one.here)
  const leaves = here.filter(({ path }) => !here.some((other) => other.path.startsWith(`${path}.`)))
  const { acceptance, readAt } = context.status
  const said =
    readAt === null
      ? words.hostUnknown
      : acceptance === 'on'
        ? words.hostOn(tongue.moment(readAt))
        : words.hostOff(tongue.moment(readAt))
  const holds = Object.values(context.holds).filter(({ status }) => status !== 'lifted')
  const application = context.application
  return section(
    'now',
    words.now,
    h(
      'p',
      {},
      h('strong', {}, `${context.identity.terminalId} ${context.identity.merchantName}`),
      ' ',
      h('span', { class: 'muted' }, said),
    ),
    h(
      'ul',
      { class: 'states' },
      leaves.map(({ path, text: name }) => {
        const parent = here.findLast((other) => path.startsWith(`${other.path}.`))
        return h(
          'li',
          {},
          parent && h('span', { class: 'muted' }, `${parent.text}${words.colon}`),
          h('span', { class: lookOf(path) }, name),
        )
      }),
    ),
    holds.map(({ holdId, code, startsAt, words: own, until, status }) =>
      h(
        'div',
        { class: 'note stopped', 'data-key': `hold-${holdId}` },
        h('h3', {}, text('suspensionReason', code)),
        h(
          'p',
          {},
          [
            tongue.moment(startsAt),
            until ? words.dueBy(tongue.moment(until)) : '',
            own ?? '',
            status === 'effective' ? '' : status,
          ]
            .filter((part) => part !== '' && part !== 'cleared')
            .join(locale === 'en' ? ', ' : '，'),
        ),
      ),
    ),
    application?.rejection &&
      h(
        'div',
        { class: 'note todo' },
        h('h3', {}, `${text('event', 'review.rejected')}${words.aside(String(application.attempt))}`),
        h(
          'p',
          {},
          `${text('rejection', application.rejection.code)}${words.colon}${application.rejection.reason}`,
        ),
      ),
    (application?.informationItems.length ?? 0) > 0 &&
      h(
        'div',
        { class: 'note todo' },
        h('h3', {}, text('event', 'review.informationRequested')),
        h(
          'ul',
          {},
          application?.informationItems.map((item) => h('li', {}, item)),
        ),
      ),
    context.issues.length > 0 &&
      h(
        'details',
        { class: 'issues' },
        h('summary', {}, `${words.issue}${words.aside(String(context.issues.length))}`),
        h(
          'ul',
          {},
          context.issues.map(({ code }) => h('li', {}, text('blocker', code))),
        ),
      ),
  )
}
