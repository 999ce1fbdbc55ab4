// The back end, and the chart as an actor of XState, whose types are the heaviest of all.
import { terminalLifecycleMachine } from 'terminal-lifecycle'
import { createActor, type InputFrom } from 'xstate'

export { answer } from './back-end.ts'

export const actorOf = (input: InputFrom<typeof terminalLifecycleMachine>) => {
  const actor = createActor(terminalLifecycleMachine, { input })
  actor.subscribe((snapshot) => snapshot.matches('live'))
  return actor
}
