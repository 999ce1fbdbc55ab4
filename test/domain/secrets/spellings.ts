/** One part of an expression: a group of alternatives, a class, a sign, and how often it may stand there. */
const part = /\\?./
const often = /^(?:\?|\{(\d),\d+\})/

const alternatives = (source: string): readonly string[] => {
  const found = ['']
  let depth = 0
  for (const sign of source) {
    if (sign === '(') depth += 1
    if (sign === ')') depth -= 1
    if (sign === '|' && depth === 0) found.push('')
    else found[found.length - 1] += sign
  }
  return found
}

const groupAt = (source: string): string => {
  let depth = 0
  for (const [place, sign] of [...source].entries()) {
    if (sign === '(') depth += 1
    if (sign === ')') depth -= 1
    if (depth === 0) return source.slice(0, place + 1)
  }
  throw new Error(`No end of a group: ${source}`)
}

/** All members of a small class; of the letters one stands for all. */
const membersOf = (members: string): readonly string[] =>
  members.includes('a-z') ? ['w'] : [...members.replace(/\\/g, '')]

const read = (source: string): readonly [whole: string, choices: readonly string[]] => {
  if (source.startsWith('(')) {
    const whole = groupAt(source)
    return [whole, spellingsOf(whole.slice(3, -1))]
  }
  if (source.startsWith('[')) {
    const whole = source.slice(0, source.indexOf(']') + 1)
    return [whole, membersOf(whole.slice(1, -1))]
  }
  const [whole = ''] = part.exec(source) ?? []
  return [whole, [whole.replace('\\', '')]]
}

const inOrder = (source: string): readonly string[] => {
  if (source === '') return ['']
  const [whole, choices] = read(source)
  const rest = source.slice(whole.length)
  const [count = '', fewest] = often.exec(rest) ?? []
  const shortest = fewest === undefined ? '' : (choices[0] ?? '').repeat(Number(fewest))
  const here =
    count === '' ? choices : [...(fewest === undefined ? choices : [(choices[0] ?? '').repeat(3)]), shortest]
  const behind = inOrder(rest.slice(count.length))
  return here.flatMap((first) => behind.map((last) => first + last))
}

/** Every text that the words of an expression may be: groups, classes, `?` and `{m,n}` of them. */
export const spellingsOf = (source: string): readonly string[] => [
  ...new Set(alternatives(source).flatMap(inOrder)),
]
