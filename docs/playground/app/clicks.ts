import { type DiagramPart, diagramParts } from 'terminal-lifecycle/diagram'
import type { EventType } from 'terminal-lifecycle/domain'
import { type OrderEnd, orderEnds } from '../case/acts.ts'
import { isOpeningKey } from '../case/openings.ts'
import type { Tongue } from '../words/tongue.ts'
import { answer, carryOutAll, type Leap, leap, openSheet } from './acts.ts'
import { added, removed } from './inputs.ts'
import { fresh, type State } from './state.ts'

type Click = (state: State, data: DOMStringMap, tongue: Tongue) => State

/** Another moment: what was open in a form belonged to the one before. */
const at = (state: State, cursor: number): State => ({
  ...state,
  ...{ cursor: Math.min(Math.max(cursor, 0), state.moments.length - 1), sheet: null, said: '' },
})

const dataIn = (text: string | undefined): Record<string, unknown> | undefined =>
  text === undefined ? undefined : (JSON.parse(text) as Record<string, unknown>)

/** What each button of the page does. */
export const clicks: Readonly<Record<string, Click>> = {
  locale: (state) => ({ ...state, locale: state.locale === 'en' ? 'zh-CN' : 'en', said: '' }),
  undo: (state) => at(state, state.cursor - 1),
  redo: (state) => at(state, state.cursor + 1),
  start: (state) => at(state, 0),
  end: (state) => at(state, state.moments.length - 1),
  goto: (state, { index }) => at(state, Number(index)),
  fresh: (state) => {
    const chosen = document.querySelector<HTMLSelectElement>('#opening')?.value
    return { ...state, ...fresh(isOpeningKey(chosen) ? chosen : 'usual'), isBroken: false, said: '' }
  },
  leap: (state, data, tongue) => leap(state, data.leap as Leap, tongue),
  all: (state, _, tongue) => carryOutAll(state, tongue),
  answer: (state, { order, end }, tongue) =>
    orderEnds.some((one) => one === end) ? answer(state, order ?? '', end as OrderEnd, tongue) : state,
  // Whoever could clear it, the one who looks first.
  open: (state, { type, ref, act, data }) =>
    openSheet(state, type as EventType, { ref, act: act as EventType | undefined, data: dataIn(data) }),
  'open-own': (state, { type, ref }) => openSheet(state, type as EventType, { ref, who: state.who }),
  close: (state) => ({ ...state, sheet: null, said: '' }),
  mode: (state, { mode }) =>
    state.sheet
      ? {
          ...state,
          sheet: {
            ...state.sheet,
            mode: mode === 'json' ? 'json' : 'form',
            brokenJson: undefined,
            issues: [],
          },
        }
      : state,
  add: (state, data) => added(state, data.at),
  remove: (state, data) => removed(state, data.at),
  part: (state, { part }) =>
    diagramParts.some((one) => one === part) ? { ...state, part: part as DiagramPart } : state,
}
