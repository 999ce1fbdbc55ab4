/** Bytes as text of one character each; only those of ASCII are sure to be what they look like. */
export const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

/** Does the text of ASCII characters stand at this place? */
export const standsAt = (bytes: Uint8Array, place: number, text: string): boolean => {
  for (let at = 0; at < text.length; at += 1) if (bytes[place + at] !== text.charCodeAt(at)) return false
  return true
}

export const uint16 = (bytes: Uint8Array, place: number): number =>
  ((bytes[place] ?? 0) << 8) | (bytes[place + 1] ?? 0)

export const uint32 = (bytes: Uint8Array, place: number): number =>
  uint16(bytes, place) * 0x1_0000 + uint16(bytes, place + 2)
