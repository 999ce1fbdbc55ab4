/**
 * The currencies of ISO 4217 in which somebody can be paid today. Not among them: those that were withdrawn, units of account
 * and funds (XDR, CLF, USN …), metals, and the codes for tests and for no currency at all. Source: ISO 4217, list one, with its
 * amendments up to 180 (2026).
 */
const codes =
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC ' +
  'CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ' +
  'ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK ' +
  'MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE ' +
  'SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF ' +
  'XPF YER ZAR ZMW ZWG'

/** Every currency that an amount may be in. */
export const currencies: readonly string[] = codes.split(' ')
const known: ReadonlySet<string> = new Set(currencies)

/** @example isCurrency('RMB') // false: the code is CNY */
export const isCurrency = (text: string): boolean => known.has(text)

/** Written like one; it may have been in use before, or be one of a later release. */
export const hasCurrencyForm = (text: string): boolean => /^[A-Z]{3}$/.test(text)
