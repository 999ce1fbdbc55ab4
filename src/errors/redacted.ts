/** Stands where something was that must not be seen. */
export const redacted = '[REDACTED]'
