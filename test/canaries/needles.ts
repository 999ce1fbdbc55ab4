const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)))

/** How the base64 of a longer text shows this one: by where its first byte falls there are three ways. */
const withinBase64 = (text: string): readonly string[] =>
  [0, 1, 2].map((before) => {
    const whole = base64('x'.repeat(before) + text)
    // The first characters mix with what stands before, and the last ones with what follows.
    return whole
      .slice(before === 0 ? 0 : before + 1)
      .replace(/=*$/, '')
      .slice(0, -2)
  })

const hexadecimal = (text: string): string =>
  [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** Texts by which a secret is known again: as written, as JSON, in an address, as base64 and in hexadecimal. */
export const needlesOf = (text: string, secret: string): readonly string[] => [
  ...new Set(
    [text, secret].flatMap((one) => [
      one,
      JSON.stringify(one).slice(1, -1),
      encodeURIComponent(one),
      ...(one.length >= 10 ? [...withinBase64(one), hexadecimal(one)] : []),
    ]),
  ),
]
