import type { GuidanceTexts } from '../../texts.ts'

export const glossary: GuidanceTexts['glossary'] = {
  suspension: {
    term: 'suspension',
    alsoCalled: ['deactivation', 'temporary closure', 'block'],
    meaning: 'The terminal stops for a time and can come back.',
  },
  standstill: {
    term: 'standstill',
    alsoCalled: ['closed', 'switched off', 'not working'],
    meaning: 'The terminal does not work, although nobody has closed it for good.',
  },
  reinstatement: {
    term: 'reinstatement',
    alsoCalled: ['lifting the suspension', 'resuming use', 'restoring service', 'reactivation', 'reopening'],
    meaning: 'The suspension ends and the terminal may take payments again.',
  },
  closure: {
    term: 'closure',
    alsoCalled: ['deregistration', 'cancellation', 'removal', 'deactivation', 'permanent closure'],
    meaning: 'The terminal is given up for good, and its number with it.',
  },
  replacement: {
    term: 'replacement',
    alsoCalled: ['exchange', 'deactivation of the old device', 'deactivation'],
    meaning: 'A new device takes over and the old one is closed.',
  },
  newStart: {
    term: 'new application',
    alsoCalled: ['reopening', 'coming back'],
    meaning: 'After a closure a terminal comes back only with a new application and a new number.',
  },
  unbinding: {
    term: 'unbinding',
    alsoCalled: ['delinking'],
    meaning: 'The link between terminal, merchant and account is removed.',
  },
  deviceReturn: {
    term: 'return of the device',
    alsoCalled: ['recovery', 'collection'],
    meaning: 'The device goes back to whom it belongs.',
  },
  recoveryValue: {
    term: 'recovery value',
    alsoCalled: ['residual value'],
    meaning: 'What a used device is still worth to whoever takes it back.',
  },
  earlyEnd: {
    term: 'early termination',
    alsoCalled: ['breaking the contract'],
    meaning: 'The contract is ended before its last day, which may cost a fee.',
  },
  deactivationFee: {
    term: 'closing fee',
    alsoCalled: ['deactivation fee'],
    meaning: 'A fee for the closure itself, if the contract has one.',
  },
  guaranteeDeposit: {
    term: 'guarantee deposit',
    alsoCalled: ['security deposit', 'deposit'],
    meaning: 'Money the provider holds against later claims, and gives back to the merchant.',
  },
  pledge: {
    term: 'device deposit',
    alsoCalled: ['pledge', 'deposit'],
    meaning: 'Money for the device, given back when the device comes back whole.',
  },
  erasure: {
    term: 'erasure',
    alsoCalled: ['data deletion', 'wiping'],
    meaning: 'Data in the device are deleted as the provider authorised.',
  },
  migration: {
    term: 'data migration',
    alsoCalled: ['moving the data'],
    meaning: 'Data move from the old system to the new one.',
  },
  rectification: {
    term: 'rectification',
    alsoCalled: ['corrective action'],
    meaning: 'What broke the rules is put right and reported.',
  },
  filing: {
    term: 'filing with an authority',
    alsoCalled: ['registration with an authority'],
    meaning: 'The authority is informed where the rules ask for it.',
  },
  merchantNumber: {
    term: 'merchant number',
    alsoCalled: ['MID', 'merchant ID'],
    meaning: "The provider's number for the merchant.",
  },
  terminalNumber: {
    term: 'terminal number',
    alsoCalled: ['TID', 'terminal ID'],
    meaning: "The provider's number for the terminal, not for the device.",
  },
  serialNumber: {
    term: 'serial number',
    alsoCalled: ['SN', 'number on the body'],
    meaning: "The maker's number, printed on the device.",
  },
  acquirer: {
    term: 'acquirer',
    alsoCalled: ['acquiring institution'],
    meaning: 'The institution that takes card payments for the merchant and pays them out.',
  },
  paymentInstitution: {
    term: 'payment institution',
    alsoCalled: ['payment company', 'provider'],
    meaning: 'A licensed company that processes payments; it may be the acquirer.',
  },
  serviceProvider: {
    term: 'service provider',
    alsoCalled: ['provider'],
    meaning: 'Whoever installs and looks after the terminal.',
  },
  thirdParty: {
    term: 'third-party provider',
    alsoCalled: ['agent', 'ISO', 'reseller'],
    meaning: 'A company between merchant and acquirer that supplied the terminal.',
  },
  deviceSupplier: {
    term: 'device supplier',
    alsoCalled: ['vendor', 'supplier'],
    meaning: 'The company that made or sold the device.',
  },
  ownSupplier: {
    term: "the merchant's supplier",
    alsoCalled: ['supplier'],
    meaning: 'A company that sells goods to the merchant.',
  },
  settlement: {
    term: 'settlement',
    alsoCalled: ['payout'],
    meaning: 'The money of past sales is worked out and paid to the merchant.',
  },
  clearing: {
    term: 'clearing',
    alsoCalled: ['clearing of funds'],
    meaning: 'Banks and networks reckon up who owes whom.',
  },
  settlementVoucher: {
    term: 'settlement voucher',
    alsoCalled: ['settlement slip'],
    meaning: 'The paper that shows what was paid out.',
  },
  dayEndReport: {
    term: 'day-end report',
    alsoCalled: ['daily report'],
    meaning: 'What the terminal sold in one day.',
  },
  pendingTransactions: {
    term: 'open transactions',
    alsoCalled: ['pending transactions', 'unfinished transactions'],
    meaning: 'Sales, refunds or pre-authorisations that are not finished.',
  },
  arrears: {
    term: 'arrears',
    alsoCalled: ['fees outstanding', 'unsettled accounts'],
    meaning: 'What the merchant still owes.',
  },
  dispute: {
    term: 'dispute',
    alsoCalled: ['chargeback'],
    meaning: 'A payment that the cardholder or another party contests.',
  },
  damages: {
    term: 'compensation for damage',
    alsoCalled: ['compensation', 'damages'],
    meaning: 'What is paid for a damaged or missing device.',
  },
  goodwill: {
    term: 'goodwill',
    alsoCalled: ['compensation', 'coupon'],
    meaning: 'A coupon or points that a merchant gives customers for the trouble.',
  },
  backup: {
    term: 'backup',
    alsoCalled: ['copy of the data'],
    meaning: 'A copy of records that outlives the device.',
  },
  review: {
    term: 'review',
    alsoCalled: ['approval', 'examination'],
    meaning: 'Somebody at the provider examines an application and decides.',
  },
  accessories: {
    term: 'accessories',
    alsoCalled: ['parts'],
    meaning: 'Power supply, cable, base, SIM card and whatever else came with the device.',
  },
}
