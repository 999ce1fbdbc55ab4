import { type Requirement, requirements } from 'terminal-lifecycle/machine'
import { momentOf, type State } from '../app/state.ts'
import { people } from '../case/people.ts'
import type { Tongue } from '../words/tongue.ts'
import { type Children, h } from './dom.ts'
import { opener, ownerText, section } from './parts.ts'

const papersIn = ({ papers = [] }: Requirement, { text, words }: Tongue): Children =>
  papers.length > 0 &&
  h(
    'div',
    { class: 'muted' },
    words.wantedPapers,
    h(
      'ul',
      {},
      papers.map(({ anyOf }) => h('li', {}, anyOf.map((type) => text('document', type)).join(words.or))),
    ),
  )

const item = (one: Requirement, isLate: boolean, tongue: Tongue): Children => {
  const { code, clearedBy, ref, data, amount, due } = one
  const { words, text, money, moment } = tongue
  return h(
    'li',
    { 'data-key': `turn-${code}-${ref ?? ''}` },
    h(
      'p',
      {},
      text('blocker', code),
      amount && h('strong', {}, ` ${money(amount)}`),
      due !== undefined &&
        h(
          'span',
          { class: isLate ? 'status stopped' : 'muted' },
          ` ${isLate ? words.late : words.dueBy(moment(due))}`,
        ),
    ),
    papersIn(one, tongue),
    h(
      'p',
      { class: 'row' },
      clearedBy
        .filter((type) => type !== 'timer.due')
        .slice(0, 3)
        .map((type) => opener(type, ref, data, tongue)),
    ),
  )
}

/** What is wanted, and of whom: whoever looks comes first. */
export function turnsView(state: State, tongue: Tongue) {
  const { words } = tongue
  const { record, now } = momentOf(state)
  const { actor } = people[state.who]
  const { pastDue, currentlyDue, pendingVerification, eventuallyDue } = requirements(record, {
    at: now,
    actor,
  })
  const late = new Set(pastDue)
  const all = [...pastDue, ...currentlyDue]
  const owners = [...new Set(all.map(({ owner }) => owner))].sort(
    (one, other) => Number(other === actor.role) - Number(one === actor.role),
  )
  return section(
    'turns',
    words.turns,
    all.length === 0 && pendingVerification.length === 0 && h('p', {}, words.nothingDue),
    owners.map((owner) => [
      h(
        'h3',
        {},
        h(
          'span',
          { class: owner === actor.role ? 'status todo' : 'status waits' },
          ownerText(owner, state.who, tongue),
        ),
        ` ${all.filter((one) => one.owner === owner).length}`,
      ),
      h(
        'ul',
        { class: 'turns' },
        all.filter((one) => one.owner === owner).map((one) => item(one, late.has(one), tongue)),
      ),
    ]),
    pendingVerification.length > 0 && [
      h('h3', {}, h('span', { class: 'status waits' }, words.checking), ` ${pendingVerification.length}`),
      h(
        'ul',
        { class: 'turns' },
        pendingVerification.map((one) => item(one, false, tongue)),
      ),
    ],
    eventuallyDue.length > 0 &&
      h(
        'details',
        { 'data-key': 'turns-later' },
        h('summary', {}, words.later(eventuallyDue.length)),
        h(
          'ul',
          {},
          eventuallyDue.map(({ code, owner }) =>
            h(
              'li',
              {},
              h('span', { class: 'muted' }, `${ownerText(owner, state.who, tongue)}${words.colon}`),
              tongue.text('blocker', code),
            ),
          ),
        ),
      ),
  )
}
