import { type AnyActorScope, type Snapshot, transition } from 'xstate'

const idle: Snapshot<unknown> = { status: 'active', output: undefined, error: undefined }

let scope: AnyActorScope | undefined

/**
 * The scope in which XState's pure `transition` runs a machine, kept instead of made anew for each step: with it XState
 * makes an actor and computes an initial state that nobody looks at. It comes from XState's public door, so that its shape
 * is XState's business alone. Nothing in it remembers a step.
 */
export const inertScope = (): AnyActorScope => {
  if (scope !== undefined) return scope
  const listening = {
    transition(state: Snapshot<unknown>, _: unknown, given: AnyActorScope) {
      scope = { ...given, actionExecutor: () => {} }
      return state
    },
    getInitialSnapshot: () => idle,
    getPersistedSnapshot: () => idle,
  }
  transition(listening, idle, { type: 'listen' })
  return scope as unknown as AnyActorScope
}
