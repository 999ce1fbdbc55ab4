import { styleText } from 'node:util'

/** How something is meant; the colour follows. */
export type Meaning = 'heading' | 'quiet' | 'good' | 'bad' | 'waiting' | 'strong'

type Format = Parameters<typeof styleText>[0]

const formats: Readonly<Record<Meaning, Format>> = {
  heading: ['bold', 'cyan'],
  quiet: 'dim',
  good: 'green',
  bad: 'red',
  waiting: 'yellow',
  strong: 'bold',
}

export type Paint = (meaning: Meaning, text: string) => string

/** Paints for a terminal that shows colours; a file or a pipe gets plain text. NO_COLOR and FORCE_COLOR are obeyed. */
export const painter =
  (stream: NodeJS.WriteStream): Paint =>
  (meaning, text) =>
    styleText(formats[meaning], text, { stream })
