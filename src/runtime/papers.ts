import type { DocumentType, Facts } from '../domain/index.ts'

/** A paper by its content: the same bytes say the same, whatever id they come under. */
export interface PaperKey {
  type: DocumentType
  /** SHA-256 of the bytes, hexadecimal, lower case. */
  digest: string
}

/** What is known of a paper. */
export interface KnownPaper {
  /** Those of its type: `factProfiles` of `domain`. */
  facts: Facts
  /** Somebody at the acquirer has seen that the facts are so. What a merchant filled in is known, and unchecked. */
  checked: boolean
}

/**
 * Asked for every paper that an event names, before it is judged: what a paper says is not its sender's word. It is asked
 * while the sender waits, and may be asked again about the same paper.
 */
export interface Papers {
  /** `undefined`: not known here; then the paper says what its sender says, unchecked. */
  facts(paper: PaperKey): Promise<KnownPaper | undefined>
}
