/** What RFC 8187 lets stand as it is; `encodeURIComponent` leaves five more. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replaceAll(
    /['()*!]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** For readers that know ASCII alone. */
const plain = (name: string): string => name.replaceAll(/[^A-Za-z0-9 ._-]/g, '_')

/**
 * `Content-Disposition` (RFC 6266) that makes a download of a reply, whatever it holds.
 *
 * @example attachment('执照.pdf') // attachment; filename="__.pdf"; filename*=UTF-8''%E6%89%A7%E7%85%A7.pdf
 */
export const attachment = (name: string): string =>
  `attachment; filename="${plain(name)}"; filename*=UTF-8''${encoded(name)}`

/** The name that such a header gives; nothing where it gives none that can be read. */
export const nameIn = (header: string | null): string | undefined => {
  const written = /;\s*filename\*=UTF-8''([A-Za-z0-9!#$&+.^_`|~%-]{1,3000})/i.exec(header ?? '')?.[1]
  try {
    return written === undefined ? undefined : decodeURIComponent(written)
  } catch {
    return undefined
  }
}
