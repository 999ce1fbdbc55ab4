import { Writable } from 'node:stream'
import type { Paint } from './style.ts'
import { cut } from './width.ts'

const upAndClear = (lines: number): string => (lines === 0 ? '' : `\u001b[${lines}A\u001b[0J`)
const wrapOff = '\u001b[?7l'
const wrapOn = '\u001b[?7h'
const plainWidth = 110

/** Where the example speaks: lines that stay, and on a terminal a panel below them that is drawn anew. */
export class Screen {
  readonly paint: Paint
  readonly #stream: NodeJS.WriteStream
  #panel = 0

  constructor(stream: NodeJS.WriteStream, paint: Paint) {
    this.#stream = stream
    this.paint = paint
  }

  /** Nobody hears what is said on it. */
  static silent(): Screen {
    const nowhere = new Writable({ write: (_text, _encoding, done) => done() })
    return new Screen(nowhere as unknown as NodeJS.WriteStream, (_meaning, text) => text)
  }

  /** Is somebody watching? */
  get isLive(): boolean {
    return this.#stream.isTTY === true
  }

  get columns(): number {
    return Math.min(this.isLive ? this.#stream.columns || plainWidth : plainWidth, 120)
  }

  /** On a terminal a table's lines end at its edge; elsewhere they may be as long as they are. */
  cut(line: string): string {
    return this.isLive ? cut(line, this.columns) : line
  }

  say(...lines: readonly string[]): void {
    this.clear()
    for (const line of lines) this.#stream.write(`${line}\n`)
  }

  heading(text: string): void {
    this.say('', this.paint('heading', text))
  }

  /** Draws the panel; nothing where nobody is watching. */
  show(lines: readonly string[]): void {
    if (!this.isLive) return
    this.#stream.write(upAndClear(this.#panel) + wrapOff + lines.map((line) => `${line}\n`).join('') + wrapOn)
    this.#panel = lines.length
  }

  clear(): void {
    this.#stream.write(upAndClear(this.#panel))
    this.#panel = 0
  }
}
