import { secretIn, secretInReference } from '../../../src/domain/index.ts'
import { randomFrom } from '../card-numbers.ts'
import { isIssuedCard } from './issued-cards.ts'
import { asReference, otherNumbers } from './other-numbers.ts'

interface Alarms {
  readonly name: string
  readonly tried: number
  readonly inText: readonly string[]
  readonly inReferences: readonly string[]
}

/** A class of numbers that are none of a card: which of so many raise an alarm. What an issuer would know is not counted. */
export const falseAlarmsOf = (name: string, times: number): Alarms => {
  const make = otherNumbers[name] ?? (() => '')
  const random = randomFrom(100 + name.length)
  const inText: string[] = []
  const inReferences: string[] = []
  let tried = 0
  while (tried < times) {
    const text = make(random)
    if (isIssuedCard(text)) continue
    tried += 1
    const reference = asReference(text)
    if (secretIn(text) !== undefined) inText.push(text)
    if (secretInReference(reference) !== undefined) inReferences.push(reference)
  }
  return { name, tried, inText, inReferences }
}
