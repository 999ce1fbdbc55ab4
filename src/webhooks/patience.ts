/** A day after it happened, an event that nothing fits is no longer early. */
const patienceSeconds = 86_400

/** How the sender of an event that may be early is asked to repeat it; nothing once its time has passed. */
export const patience = (ageSeconds: number): { status: 503; retryAfter: number } | undefined => {
  if (ageSeconds > patienceSeconds) return undefined
  // As long again as it has waited: soon at first, hourly at the end.
  return { status: 503, retryAfter: Math.round(Math.min(Math.max(ageSeconds, 5), 3_600)) }
}
