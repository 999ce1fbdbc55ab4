import type { FieldTexts } from './describe-field.ts'

const noSecrets = 'Write no card or identity number.'

/**
 * Labels and helps of every form field in English, for `describeField`. A bundle that names it leaves the Chinese
 * out.
 */
export const fieldsEn: FieldTexts = {
  common: {
    process: { label: 'What you apply for', help: 'A closure, a suspension or the end of a suspension.' },
    applicationId: {
      label: 'Application number',
      help: 'Made by the system. Quote it to ask how it stands; sent twice, it counts once.',
    },
    merchantId: { label: 'Merchant number', help: 'In the contract and on receipts.' },
    merchantName: {
      label: 'Name of the merchant',
      help: 'As registered. If it has changed, enclose a paper that says so.',
    },
    terminalId: {
      label: 'Terminal number',
      help: '8 characters, on receipts or on the label of the device.',
    },
    serialNumber: { label: 'Serial number', help: 'Printed on the back or the bottom of the device.' },
    channel: { label: 'Way of applying', help: 'How this application is sent.' },
    post: { label: 'Posting', help: 'Only for a paper form sent by post.' },
    'post.postedOn': { label: 'Posted on', help: 'The date of the postmark, today at the latest.' },
    signatory: { label: 'Signatory', help: 'Who signs this application for the merchant.' },
    'signatory.personId': {
      label: 'Number of the signatory',
      help: 'As registered in the system; not an identity number.',
    },
    'signatory.authority': {
      label: 'Capacity of the signatory',
      help: 'Legal representative, owner, or somebody with a power of attorney.',
    },
    'signatory.mandateRef': {
      label: 'Number of the power of attorney',
      help: 'Needed where an attorney signs.',
    },
    attested: {
      label: 'Confirmation',
      help: 'All that is stated and enclosed is true, complete and valid.',
    },
    procedureVersion: {
      label: 'Version of the procedure',
      help: "The version of your payment provider's procedure that you have read.",
    },
    contact: {
      label: 'Contact',
      help: 'Where the result is sent; fill in a mobile number, an e-mail address or both.',
    },
    'contact.name': { label: 'Contact person', help: 'Whom to ask.' },
    'contact.mobile': {
      label: 'Mobile number',
      help: '11 digits; a foreign number with its country code.',
    },
    'contact.email': { label: 'E-mail address', help: 'For the result of the review.' },
    documents: { label: 'Enclosed papers', help: 'Upload them first, then choose them here.' },
    fault: { label: 'Fault of the device', help: 'Only where the device is out of order.' },
    'fault.component': { label: 'Faulty part', help: 'Leave it out if you do not know.' },
    'fault.symptom': {
      label: 'How the fault shows',
      help: 'What you saw. If it is something else, describe it.',
    },
    'fault.cause': { label: 'Cause of the fault', help: 'As far as you know; you may still object later.' },
    'fault.description': {
      label: 'Description of the fault',
      help: `Since when, and how it happens. ${noSecrets}`,
    },
  },
  closure: {
    reason: { label: 'Reason for the closure', help: 'Choose the main one.' },
    comment: { label: 'Remark', help: `Needed where the reason is another one. ${noSecrets}` },
    duration: {
      label: 'For good?',
      help: 'If you want to use the terminal again, apply for a suspension instead.',
    },
    effectiveDate: {
      label: 'Date of the closure',
      help: 'Without a date it begins as soon as it is approved.',
    },
    disposition: {
      label: 'Return of the device',
      help: 'How a device that is not your own finds its way back.',
    },
    payoutMethod: {
      label: 'Payment of what is left',
      help: 'How the rest of the settlement and the deposits reach you.',
    },
    contract: { label: 'Contract', help: 'Only where the contract has expired.' },
    'contract.expiresOn': { label: 'End of the contract', help: 'As in the service contract.' },
    'contract.renewed': {
      label: 'Contract renewed?',
      help: 'A contract that was renewed has not expired.',
    },
    successorTerminalId: {
      label: 'Terminal that takes over',
      help: 'Its number; leave it out if there is none.',
    },
    acknowledgement: {
      label: 'Procedure and contract',
      help: 'Read the procedure and the service contract before you send this.',
    },
    'acknowledgement.procedureVersion': {
      label: 'Version of the procedure',
      help: "The version of your payment provider's procedure that you have read.",
    },
    'acknowledgement.at': { label: 'Confirmed at', help: 'When you confirmed that you have read them.' },
    'acknowledgement.contractReviewed': {
      label: 'Contract checked',
      help: 'Its term, liability for breach, fees and terms of refund.',
    },
    registeredMobile: {
      label: 'Registered mobile number',
      help: 'Compared with the number on record. No code is ever asked for.',
    },
    collectionAddress: {
      label: 'Address for the collection',
      help: 'Needed where the device is to be collected.',
    },
  },
  suspension: {
    terminalIds: {
      label: 'Terminals to be suspended',
      help: 'Their numbers; each is reviewed by itself.',
    },
    reason: { label: 'Reason for the suspension', help: 'Choose the specific one.' },
    comment: { label: 'Remark', help: `Needed where the reason is another one. ${noSecrets}` },
    duration: {
      label: 'For a time?',
      help: 'If you will not use the terminal again, apply for the closure instead.',
    },
    plannedPeriod: { label: 'Planned period', help: 'From when until when.' },
    'plannedPeriod.from': {
      label: 'Start of the suspension',
      help: 'The review takes time; apply early.',
    },
    'plannedPeriod.until': {
      label: 'End of the suspension',
      help: 'It only reminds, and ends nothing by itself; leave it out if you do not know.',
    },
    dataBackup: {
      label: 'Copy of the transaction data',
      help: 'Copy them before the suspension; a device that does not start excuses.',
    },
    dataBackupNote: { label: 'Why there is no copy', help: 'Needed where they could not be copied.' },
  },
  reinstatement: {
    holdIds: {
      label: 'Suspensions to be lifted',
      help: 'As listed among what is to be done; one or several.',
    },
    suspendedOn: { label: 'Suspended on', help: 'Since which day payments have not worked.' },
    reasons: { label: 'Reasons for the suspension', help: 'The specific ones, the main one first.' },
    reasonDescription: { label: 'What happened', help: 'How the suspension came about.' },
    whyRestore: { label: 'Why you need it again', help: 'Why the terminal is to take payments again.' },
    whyLift: { label: 'Why it can be lifted', help: 'Why the cause is gone.' },
    businessImpact: { label: 'Effect on your business', help: 'What the suspension costs you; optional.' },
    remedies: {
      label: 'What was done',
      help: 'One entry for each suspension, also where nothing had to be done.',
    },
    'remedies.holdId': { label: 'Which suspension', help: 'The one that this entry is about.' },
    'remedies.kind': { label: 'Kind of remedy', help: 'It must suit the reason of the suspension.' },
    'remedies.performedBy': { label: 'Done by', help: 'Who repaired, paid or put it right.' },
    'remedies.providerAuthorisation': {
      label: "Number of the provider's authorisation",
      help: 'Needed where the merchant itself reinstalled or updated software.',
    },
    'remedies.description': {
      label: 'Details of what was done',
      help: 'What was done, and with what result.',
    },
    'remedies.evidence': { label: 'Proof of it', help: 'Choose from the enclosed papers.' },
    selfService: {
      label: 'Self-service on the device',
      help: 'If the device offers it: was it tried? Never write a password.',
    },
    account: { label: 'Account', help: 'For comparison only; no password is asked for.' },
    'account.accountName': { label: 'Name of the account', help: 'As the bank has it.' },
    'account.accountNumberMasked': {
      label: 'End of the account number',
      help: 'The last four characters, the rest as asterisks: ****1234.',
    },
  },
}
