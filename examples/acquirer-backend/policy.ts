import { policyFrom } from 'terminal-lifecycle/schemas'

/** What this house does otherwise than the default: every key stands in the reference. Frozen into each terminal as it is opened. */
export const policy = policyFrom({ appealAllowed: true })
