/** Bytes of the two-byte encodings, found by decoding every pair there is: the platform decodes them and encodes none. */
const tableOf = (label: string): ReadonlyMap<string, readonly number[]> => {
  const decoder = new TextDecoder(label)
  const table = new Map<string, readonly number[]>()
  for (let single = 0xff; single >= 0; single -= 1) {
    const text = decoder.decode(Uint8Array.of(single))
    if (text.length === 1 && text !== '\uFFFD') table.set(text, [single])
  }
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const text = decoder.decode(Uint8Array.of(lead, trail))
      if (text.length === 1 && text !== '\uFFFD' && !table.has(text)) table.set(text, [lead, trail])
    }
  }
  return table
}

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>()

/** The text in an encoding that the platform can only read: `gb18030`, `big5`, `euc-kr`, `shift_jis`, `windows-1252` … */
export const encoded = (text: string, label: string): Uint8Array => {
  const table = tables.get(label) ?? tableOf(label)
  tables.set(label, table)
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = table.get(character)
      if (bytes === undefined) throw new Error(`${character} is not in ${label}`)
      return bytes
    }),
  )
}

/** UTF-16 with the byte order mark that the text begins with, if it does. */
export const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let place = 0; place < text.length; place += 1)
    view.setUint16(place * 2, text.charCodeAt(place), littleEndian)
  return new Uint8Array(view.buffer)
}
