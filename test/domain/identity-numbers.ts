import fc from 'fast-check'

const provinces =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  )
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const digits = (count: number) =>
  fc.integer({ min: 0, max: 10 ** count - 1 }).map((value) => String(value).padStart(count, '0'))

/** Invented resident identity numbers with a place, a birth date and the right check character. */
export const identityNumber = fc
  .record({
    province: fc.constantFrom(...provinces),
    rest: digits(4),
    born: fc.date({ min: new Date('1900-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }),
    order: digits(3),
  })
  .map(({ province, rest, born, order }) => {
    const first17 = `${province}${rest}${born.toISOString().slice(0, 10).replaceAll('-', '')}${order}`
    const sum = weights.reduce((total, weight, place) => total + weight * Number(first17[place]), 0)
    return first17 + '10X98765432'[sum % 11]
  })
