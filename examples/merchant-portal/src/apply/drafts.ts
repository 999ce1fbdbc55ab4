import type { Kept } from '../papers/upload.tsx'
import type { Values } from './to-request.ts'

/** What was typed, and which papers have arrived. Files are not in it; their bytes are with the provider. */
export interface Draft {
  readonly applicationId: string
  readonly values: Values
  readonly papers: Readonly<Record<string, Kept>>
}

const place = (lifecycleId: string, process: string) => `portal:draft:${lifecycleId}:${process}`

export const readDraft = (lifecycleId: string, process: string): Draft | undefined => {
  const kept = sessionStorage.getItem(place(lifecycleId, process))
  return kept === null ? undefined : (JSON.parse(kept) as Draft)
}

export const keepDraft = (lifecycleId: string, process: string, draft: Draft): void =>
  sessionStorage.setItem(place(lifecycleId, process), JSON.stringify(draft))

export const dropDraft = (lifecycleId: string, process: string): void =>
  sessionStorage.removeItem(place(lifecycleId, process))
