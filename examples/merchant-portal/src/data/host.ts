/** What a watch needs of the page it runs in; a test brings its own. */
export interface Host {
  now(): number
  /** @returns what calls it off. */
  after(milliseconds: number, act: () => void): () => void
  isVisible(): boolean
  /** Tells when it is worth asking at once: the page is seen again, or there is a network again. @returns what ends it. */
  onWake(act: () => void): () => void
}

export const browserHost: Host = {
  now: () => Date.now(),
  after: (milliseconds, act) => {
    const timer = setTimeout(act, milliseconds)
    return () => clearTimeout(timer)
  },
  isVisible: () => document.visibilityState === 'visible',
  onWake: (act) => {
    document.addEventListener('visibilitychange', act)
    addEventListener('online', act)
    addEventListener('offline', act)
    return () => {
      document.removeEventListener('visibilitychange', act)
      removeEventListener('online', act)
      removeEventListener('offline', act)
    }
  },
}
