/** @example toBase64(new Uint8Array([1, 255])) // 'Af8=' */
export const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))

/**
 * `undefined` for what is not exactly how these bytes are written: blanks, the letters of URLs, missing padding, and last
 * characters whose spare bits are set. One value then has one spelling.
 */
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> | undefined => {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return undefined
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  return toBase64(bytes) === text ? bytes : undefined
}
