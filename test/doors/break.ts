import type { Door } from './doors.ts'
import type { Form, Process } from './forms.ts'

/**
 * What a check looks at decides which doors can make it. `values`: the request alone. `shape`: its types. `personal`: what
 * stays in the form. `clock`: the day on which it comes. `record`: the terminal it is about.
 */
type Sees = 'values' | 'shape' | 'personal' | 'clock' | 'record'

/** Why a door cannot make a check of this kind; every other door must. */
const blind: Readonly<Record<Sees, Readonly<Partial<Record<Door, string>>>>> = {
  values: {},
  shape: { step: 'takes what the doors before it have parsed' },
  personal: {
    dispatch: 'the field never leaves the form',
    step: 'the field never leaves the form',
  },
  clock: { form: 'has no clock' },
  record: { form: 'knows no record' },
}

/** One check, broken in one place; the rest of the form stays good. */
export interface Break {
  readonly name: string
  readonly of: readonly Process[]
  readonly sees: Sees
  readonly code: string
  /** Below the request; where it is left out, the door need not say. */
  readonly path?: string
  readonly change: (form: Form, reason: string) => object | undefined
  /** Doors that say it otherwise, and why. */
  readonly differs?: Readonly<Partial<Record<Door, { readonly code: string; readonly why: string }>>>
  /** Doors that do not say it yet, and what is missing there. */
  readonly missing?: Readonly<Partial<Record<Door, string>>>
}

/** What the door has to say of the check; `undefined`: it cannot see it, or does not say it yet. */
export const expected = ({ code, path, sees, differs, missing }: Break, door: Door) => {
  if (blind[sees][door] !== undefined || missing?.[door] !== undefined) return undefined
  const own = differs?.[door]
  // what a form can tell is told before the record is looked at, wherever anything is read at all
  const isRead = door !== 'step' && blind[sees].form === undefined
  const by = isRead ? 'reading' : 'record'
  return own ? { code: own.code, by } : { code, by, ...(path !== undefined && { path }) }
}

/** The day after the forms come in. */
export const tomorrow = '2026-03-03'
