import { jpeg, segment } from '../../backend/files/jpeg.ts'

/** A picture of a paper; each paper has another one. */
export const photoOf = (words: string): Uint8Array<ArrayBuffer> => jpeg(segment(0xfe, words.padEnd(600, '.')))
