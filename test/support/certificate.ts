import { generateKeyPairSync, sign } from 'node:crypto'

/** DER: a tag, a length, what is inside. */
const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const inside = Buffer.concat(parts)
  const { length } = inside
  const long = length > 255 ? [0x82, length >> 8, length & 255] : [0x81, length]
  return Buffer.concat([Buffer.from([tag, ...(length < 128 ? [length] : long)]), inside])
}
const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts)
const hex = (text: string) => Buffer.from(text, 'hex')
const moment = (at: Date) =>
  der(0x18, Buffer.from(`${at.toISOString().replace(/\D/g, '').slice(0, 14)}Z`, 'latin1'))

const ecdsaWithSha256 = sequence(hex('06082a8648ce3d040302'))
const nameOf = (name: string) =>
  sequence(der(0x31, sequence(hex('0603550403'), der(0x0c, Buffer.from(name, 'utf8')))))
/** subjectAltName: 127.0.0.1 */
const thisMachine = der(0xa3, sequence(sequence(hex('0603551d11'), der(0x04, sequence(hex('87047f000001'))))))

/** A certificate of this machine's address that nobody but itself vouches for, and its key; both in PEM, made anew each time. */
export const selfSigned = (name: string): { readonly cert: string; readonly key: string } => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const told = sequence(
    hex('a003020102'),
    der(0x02, hex('01')),
    ecdsaWithSha256,
    nameOf(name),
    sequence(moment(new Date('2020-01-01')), moment(new Date('2120-01-01'))),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    thisMachine,
  )
  const signature = der(0x03, hex('00'), sign('sha256', told, privateKey))
  const lines = sequence(told, ecdsaWithSha256, signature).toString('base64').replace(/.{64}/g, '$&\n')
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}
