/**
 * Frozen as deep as it goes. What is frozen was frozen so here, so that a step costs what it has changed; what a caller may have
 * frozen otherwise, a policy, must not be handed in.
 */
export function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const member of Object.values(value)) frozen(member)
  return Object.freeze(value)
}
