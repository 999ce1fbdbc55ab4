import { stripVTControlCharacters } from 'node:util'

/** Blocks whose characters take two columns of a terminal (East Asian Width W and F, and pictures). */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
]

const takesNothing = /^[\p{Mn}\p{Me}\p{Cf}]$/u

const columnsOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0
  if (wide.some(([from, to]) => from <= code && code <= to)) return 2
  return takesNothing.test(character) ? 0 : 1
}

/** Columns that a text takes in a terminal: a Chinese character takes two, a colour none. */
export const widthOf = (text: string): number =>
  [...stripVTControlCharacters(text)].reduce((columns, character) => columns + columnsOf(character), 0)

export const padEnd = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - widthOf(text)))

export const padStart = (text: string, columns: number): string =>
  ' '.repeat(Math.max(0, columns - widthOf(text))) + text

/** As much of a text without colours as fits, with an ellipsis where something is missing. */
export const cut = (text: string, columns: number): string => {
  if (widthOf(text) <= columns) return text
  let kept = ''
  for (const character of text) {
    if (widthOf(kept + character) > columns - 1) break
    kept += character
  }
  return `${kept}…`
}

/** No line begins with what ends a sentence or a bracket. */
const breakable = /(?<=[\p{Script=Han}，。；：、）])(?![，。；：、）”])|(?<= )/u

/** Lines of at most so many columns; a Chinese text breaks between characters, others at blanks. */
export const wrap = (text: string, columns: number): readonly string[] => {
  const lines: string[] = []
  let line = ''
  for (const piece of text.split(breakable)) {
    if (line !== '' && widthOf((line + piece).trimEnd()) > columns) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += piece
  }
  return [...lines, line.trimEnd()]
}
