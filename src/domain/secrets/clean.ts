/** As many as an event has, and as long as references and the lines of people are. */
const most = 64
const longest = 200

/**
 * The last texts that were searched and had no secret. On its way into a record a report is gone through three times, to be masked, by
 * its schema and by the step, and names of people and parties come with each: they are searched the first time. Nobody's number stays
 * here, and nothing for long.
 */
class CleanTexts {
  readonly #texts = new Set<string>()

  has(text: string): boolean {
    return this.#texts.has(text)
  }

  add(text: string): void {
    if (text.length > longest) return
    if (this.#texts.size >= most) this.#texts.clear()
    this.#texts.add(text)
  }
}

/** A text of people is searched for more than a reference. */
export const cleanTexts = new CleanTexts()
export const cleanReferences = new CleanTexts()
