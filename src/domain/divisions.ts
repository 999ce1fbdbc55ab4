/** First two digits of the divisions of GB/T 2260: provinces, municipalities, autonomous and special regions. */
export const provinces: ReadonlySet<string> = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(
    ' ',
  ),
)

/**
 * Is this a division that registers somebody: six digits that begin with a province, or `100000`, the country as a whole?
 * Zones with a register of their own have numbers that GB/T 2260 does not list, so that the other four digits are free.
 */
export const isRegisteringDivision = (digits: string): boolean =>
  digits === '100000' || provinces.has(digits.slice(0, 2))
