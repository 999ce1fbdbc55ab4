// what turns text around, hides in it or ends a log line: control characters, halves of a character, marks without width
const unsafe = /(?![\n\r\t])[\p{Cc}\p{Cs}\p{Bidi_Control}\u200B\u2060\uFEFF]/gu

/**
 * The text with a visible sign in the place of each character that nobody sees and that does something: control characters other than line
 * ends and tabs, marks of direction, halves of a character.
 *
 * @example withoutUnsafe('a\u202Eb') // 'a\uFFFDb'
 */
export const withoutUnsafe = (text: string): string => text.replace(unsafe, '\uFFFD')
