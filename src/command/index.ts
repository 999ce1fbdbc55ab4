// The command `terminal-lifecycle`, for operators: what it says, and what it needs of the machine

export type { End } from './context.ts'
export type { CommandHost, Home, Restoring, Serving, Subscriber } from './host.ts'
export { runCommand } from './run.ts'
