/** Labels of the fields of events, by name. The fields of applications have theirs in `terminal-lifecycle/words`. */
export type Labels = Readonly<Record<string, string>>

/** Words of closed lists for which the library has none, by value. */
export type Options = Readonly<Record<string, string>>
