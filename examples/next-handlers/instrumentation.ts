/** Next.js calls this once when the server starts: from then on orders are carried out and clocks fire. */
export const register = async (): Promise<void> => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { house, stopping } = await import('./lib/house.ts')
  process.once('SIGTERM', () => stopping().abort())
  // Never rejects: what fails is told to `onFailure`.
  void house().runtime.run({ signal: stopping().signal })
}
