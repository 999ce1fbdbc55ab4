import type { ActionView, BlockerView, CaseView } from 'terminal-lifecycle/contract'

export const processes = ['reinstatement', 'suspension', 'closure'] as const
export type Process = (typeof processes)[number]
export const isProcess = (text: string | undefined): text is Process =>
  (processes as readonly (string | undefined)[]).includes(text)

/** An application that may be made now, or why not. */
export interface ProcessAct {
  readonly process: Process
  readonly path: string
  /** Empty: it may be made. */
  readonly blockers: readonly BlockerView[]
}

/** Papers are brought with the application itself: that they are not there yet keeps nobody from it. */
const isBroughtAlong = ({ code }: BlockerView): boolean => code === 'DOCUMENTS_INCOMPLETE'

const standing = ({ enabled, blockers }: ActionView): readonly BlockerView[] =>
  enabled ? [] : blockers.filter((blocker) => !isBroughtAlong(blocker))

/** In service nobody asks to be reinstated, and suspended nobody needs one more suspension: those acts are left out. */
const isWanted = (process: Process, isSuspended: boolean): boolean =>
  process === 'closure' || (process === 'reinstatement') === isSuspended

export const processActs = (
  { actions }: Pick<CaseView, 'actions'>,
  isSuspended: boolean,
): readonly ProcessAct[] =>
  processes
    .filter((process) => isWanted(process, isSuspended))
    .flatMap((process) => {
      const action = actions.find(({ event }) => event === `${process}.requested`)
      return action ? [{ process, path: `/apply/${process}`, blockers: standing(action) }] : []
    })

/** May the viewer send this now? What it is about stands there once, as an example; the items themselves say the rest. */
export const mayNow = ({ actions }: Pick<CaseView, 'actions'>, event: string): boolean =>
  actions.some((action) => action.event === event && action.enabled)
