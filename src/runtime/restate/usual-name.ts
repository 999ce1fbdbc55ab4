/** Under which Restate knows the object where nobody says more. */
export const usualName = 'TerminalLifecycle'
