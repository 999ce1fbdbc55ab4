/** An id as it is compared: width, case and stray spaces make no second person of one. */
const normalised = (personId: string): string =>
  personId.normalize('NFKC').trim().toUpperCase().toLowerCase().normalize('NFKC')

/**
 * Two ids, one person? A checker must be somebody else than every maker.
 *
 * @example isSamePerson('P1', ' p1') // true
 */
export const isSamePerson = (one: string | null | undefined, other: string | null | undefined): boolean =>
  one != null && other != null && normalised(one) === normalised(other)

/** Is the person among them? */
export const isOneOf = (people: readonly string[], personId: string): boolean =>
  people.some((one) => isSamePerson(one, personId))

/** Each person once, as it was written first. */
export const distinctPersons = (people: readonly string[]): readonly string[] =>
  people.filter((one, index) => !isOneOf(people.slice(0, index), one))
