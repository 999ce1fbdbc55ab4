import { type DiagramPart, diagramParts, outlineOf, toSvg } from 'terminal-lifecycle/diagram'
import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import { momentOf, type State } from '../app/state.ts'
import type { Tongue } from '../words/tongue.ts'
import { h, picture } from './dom.ts'
import { section } from './parts.ts'

const partFor = ({ value }: LifecycleRecord): DiagramPart =>
  typeof value === 'string' ? 'whole' : 'closing' in value ? 'closing' : 'live'

/** The chart, with where the case is: drawn as it fits a phone, because it stands in a column everywhere. */
export function diagramView(state: State, tongue: Tongue) {
  const { words, diagrams } = tongue
  const { record } = momentOf(state)
  const part = state.part ?? partFor(record)
  return section(
    'diagram',
    words.diagram,
    h(
      'div',
      { class: 'row', role: 'group', 'aria-labelledby': 'diagram-title' },
      diagramParts.map((one) =>
        h(
          'button',
          {
            type: 'button',
            class: 'small',
            'data-do': 'part',
            'data-part': one,
            'aria-pressed': one === part ? 'true' : 'false',
          },
          words.parts[one],
        ),
      ),
    ),
    h(
      'div',
      {
        class: 'scroll picture',
        role: 'region',
        tabindex: '0',
        'aria-label': `${words.diagram}${words.colon}${words.parts[part]}`,
      },
      h(
        'div',
        { 'data-key': `${part}-${tongue.locale}` },
        picture(toSvg(diagrams, { part, record, width: 'narrow' })),
      ),
    ),
    h(
      'details',
      { 'data-key': 'outline' },
      h('summary', {}, words.asList),
      h(
        'ul',
        { class: 'outline' },
        outlineOf(diagrams, { part, record }).map(({ text, depth, here, ways }) =>
          h(
            'li',
            { class: `deep-${Math.min(depth, 4)}` },
            here ? h('strong', {}, `${text}${words.aside(words.here)}`) : text,
            ways.length > 0 &&
              h(
                'span',
                { class: 'muted' },
                ` ${ways.map((way) => `${way.text} → ${way.toText}`).join('; ')}`,
              ),
          ),
        ),
      ),
    ),
  )
}
