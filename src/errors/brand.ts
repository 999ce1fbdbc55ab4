/** Registered for all realms and all copies of this package, where `instanceof` fails. */
export const brand: unique symbol = Symbol.for('terminal-lifecycle.error')
