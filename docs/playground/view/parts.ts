import { type Blocker, type EventType, profileOf } from 'terminal-lifecycle/domain'
import { type PersonKey, people } from '../case/people.ts'
import type { Tongue } from '../words/tongue.ts'
import { type Children, h } from './dom.ts'

export const section = (id: string, title: string, ...inner: readonly Children[]) =>
  h(
    'section',
    { id, 'aria-labelledby': `${id}-title` },
    h('h2', { id: `${id}-title`, tabindex: '-1' }, title),
    ...inner,
  )

export const act = (does: string, text: string, more: Readonly<Record<string, string | boolean>> = {}) =>
  h('button', { type: 'button', 'data-do': does, ...more }, text)

/** The word of somebody's side; a person looks at the side that is his own as “your turn”. */
export const ownerText = (owner: string, who: PersonKey, { words, text }: Tongue): string =>
  people[who].actor.role === owner ? words.yourTurn : text('role', owner)

const ownerLook = (owner: string, who: PersonKey): string =>
  people[who].actor.role === owner ? 'status todo' : 'status waits'

/** Opens the form of an event that would clear something. */
export const opener = (
  type: EventType,
  ref: string | undefined,
  data: object | undefined,
  { text }: Tongue,
) =>
  act('open', text('event', type), {
    ...{ class: 'small', 'data-type': type },
    // What the blocker names is not what every event that clears it is about.
    ...(ref !== undefined && profileOf(type).item !== undefined && { 'data-ref': ref }),
    ...(data && { 'data-data': JSON.stringify(data) }),
  })

/** Everything that stands in the way, with whose turn it is and what clears it. */
export const blockerList = (
  blockers: readonly Blocker[],
  who: PersonKey,
  tongue: Tongue,
  about?: EventType,
): Children =>
  h(
    'ul',
    { class: 'blockers' },
    blockers.map(({ code, owner, clearedBy, ref, data }) =>
      h(
        'li',
        {},
        h(
          'p',
          {},
          h('span', { class: ownerLook(owner, who) }, ownerText(owner, who, tongue)),
          ' ',
          tongue.text('blocker', code),
        ),
        data && missing(data, tongue),
        clearedBy.some((type) => type !== 'timer.due') &&
          h(
            'p',
            { class: 'row' },
            h('span', { class: 'muted' }, tongue.words.clearedBy),
            clearedBy.map((type) =>
              type === 'timer.due'
                ? act('leap', tongue.words.nextClock, { class: 'small', 'data-leap': 'nextClock' })
                : opener(type, ref, type === 'act.proposed' && about ? { act: about } : data, tongue),
            ),
          ),
        clearedBy.every((type) => type === 'timer.due') &&
          h(
            'p',
            { class: 'row' },
            h('span', { class: 'muted' }, tongue.words.clearedBy),
            act('leap', tongue.words.nextClock, { class: 'small', 'data-leap': 'nextClock' }),
          ),
      ),
    ),
  )

/** Names of papers that are missing, where the blocker names them. */
function missing(data: object, { text, words }: Tongue): Children {
  const named = Object.values(data).flatMap((value: unknown) => (Array.isArray(value) ? value : []))
  const papers = named.flatMap((name: unknown) => {
    const said = typeof name === 'string' ? text('document', name) : ''
    return said === '' || said === name ? [] : [said]
  })
  return papers.length > 0 && h('p', { class: 'muted' }, papers.join(words.and))
}
