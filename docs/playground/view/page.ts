import { type State, seenRecord } from '../app/state.ts'
import type { Tongue } from '../words/tongue.ts'
import { clockView } from './clock.ts'
import { diagramView } from './diagram.ts'
import { h } from './dom.ts'
import { journalView } from './journal.ts'
import { moneyView } from './money.ts'
import { nowView } from './now.ts'
import { peopleView, personChooser } from './people.ts'
import { sheetView } from './sheet.ts'
import { systemsView } from './systems.ts'
import { header, topView } from './top.ts'
import { turnsView } from './turns.ts'

/** The whole page: what to do at one side, what there is at the other; on a phone one below the other. */
export const pageView = (state: State, tongue: Tongue): HTMLElement =>
  h(
    'div',
    { id: 'app' },
    h('a', { class: 'skip', href: '#title', 'data-do': 'focus' }, tongue.words.skip),
    header(state, tongue),
    h(
      'main',
      {},
      topView(state, tongue),
      h(
        'div',
        { class: 'columns' },
        h(
          'div',
          {},
          personChooser(state, tongue),
          nowView(state, tongue),
          sheetView(state, tongue),
          turnsView(state, tongue),
          peopleView(state, tongue),
        ),
        h(
          'div',
          {},
          ...[systemsView(state, tongue), clockView(state, tongue), moneyView(state, tongue)],
          ...[diagramView(state, tongue), journalView(state, tongue)],
          h(
            'details',
            { 'data-key': 'raw' },
            h('summary', {}, tongue.words.raw),
            h(
              'pre',
              { class: 'scroll mono', tabindex: '0', role: 'region', 'aria-label': tongue.words.raw },
              JSON.stringify(seenRecord(state), null, 2),
            ),
          ),
        ),
      ),
    ),
  )
