const nobody = 'nothing answers at that host and port'
const unknownName = 'the name of the host is not known'
const broken = 'the connection broke'
const slow = 'the host took too long to answer'
const untrusted = 'its certificate is not trusted here'

/** What the codes of hosts and TLS mean, for people. */
const meanings: Readonly<Record<string, string>> = {
  ECONNREFUSED: nobody,
  EHOSTUNREACH: nobody,
  ENETUNREACH: 'this machine has no way to that network',
  ENOTFOUND: unknownName,
  EAI_AGAIN: unknownName,
  ECONNRESET: broken,
  EPIPE: broken,
  UND_ERR_SOCKET: broken,
  ETIMEDOUT: slow,
  UND_ERR_CONNECT_TIMEOUT: slow,
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
}

/** The first of the codes that says something; empty where none does. */
export const meaningOf = (codes: string): string => {
  const known = codes.split(' ').find((code) => Object.hasOwn(meanings, code))
  return known === undefined ? '' : ` (${meanings[known]})`
}
