import type { BlockerCode } from '../../blocker-profiles.ts'

export const blockers: Readonly<Record<BlockerCode, string>> = {
  NOT_ALLOWED_IN_STATE: 'Not possible in the present state. The available actions show what is.',
  ROLE_NOT_ALLOWED: 'This role may not do this. Leave it to the party that may, or appoint a representative.',
  NOT_EXPECTED_IN_STATE:
    'Reported when it was not expected. Check the report and record what is to be done about it.',
  REFERENCE_MASKED:
    'The report held the number of a card or a person, or a credential; a mark stands in its place. Have its sender use another reference.',
  MAKER_IS_CHECKER: 'Whoever made or filed this may not decide on it. Let another person decide.',
  SECOND_PERSON_REQUIRED: 'This takes two people. Let one propose it and another carry it out.',
  MANDATE_MISSING: 'No mandate is on record. Supply it and have the representative appointed.',
  CURRENCY_MISMATCH: "The amount is not in the terminal's currency. State it in that currency.",
  REFERENCE_IN_USE: 'This reference already names something else. Use a new one.',
  CONTACT_PROVIDER: 'Contact the payment provider.',
  NOT_YET_DUE: 'The period is still running. Wait until its due date.',

  HOLD_UNKNOWN: 'The terminal has no such hold. Check the reference.',
  HOLD_EFFECTIVE: 'A hold still limits the terminal. End it in the way it prescribes.',
  HOLD_ENDED: 'This hold has ended. Place a new one if the cause is back.',
  HOLD_IRRECOVERABLE:
    'This hold cannot be remedied. Apply for closure, or have it rescinded if it was placed in error.',
  WRONG_RELEASE_PATH:
    'This hold ends in another way. Take the way it names: application, evidence, provider or authority.',
  REMEDY_EVIDENCE_MISSING: 'Nothing shows that the cause was put right. Report the remedy with its evidence.',
  REMEDY_OPEN: 'The cause is not put right yet. Put it right, pay what is due and have it verified.',
  AUTHORITY_ORDER_REQUIRED:
    "Only the authority's own order ends this hold. Record the reference of that order.",
  RECLASSIFY_ONLY_UMBRELLA:
    'Only a collective reason can be made specific. Rescind this hold and place a new one.',
  HOLD_LIMITS_NOTHING: 'The hold limits nothing. Name what it forbids.',
  REASON_NOT_TECHNICAL:
    'Only holds for technical reasons may be placed by this role. Let the provider place it.',

  APPLICATION_OPEN: 'Another application is open. Withdraw it or wait for the decision.',
  APPLICATION_UNKNOWN: 'No such application is open. Check its number or submit a new one.',
  IDENTITY_MISMATCH:
    'Merchant, terminal or serial number is not the one on record. Correct it and submit again.',
  SIGNATORY_NOT_AUTHORISED:
    'The signatory may not sign for the merchant. Add a power of attorney or let an authorised person sign.',
  REASON_UNKNOWN: 'The reason on record is a collective one. The provider makes it specific first.',
  REASON_MISSING: 'The decision gives no reason. State it.',
  DOCUMENTS_INCOMPLETE: 'Documents are missing. Add the ones listed.',
  DOCUMENT_EXPIRED: 'A document has expired. Supply one that is valid.',
  SUPERSEDED: 'The application has changed since. Review and decide on its latest version.',
  ALREADY_DECIDED:
    'The application is decided and waits for its date. Withdraw it if it is no longer wanted.',
  NOT_RESUBMITTABLE:
    'This rejection cannot be answered with more documents. Withdraw and submit a new application.',
  REJECTION_UNANSWERED:
    'This does not answer why the application was rejected. Show that the cause is settled, or ask support what it was.',
  APPROVAL_EXPIRED: 'The approval has lapsed. Apply for reinstatement again.',

  REVIEW_OPEN: 'An application waits for its decision. Approve it, reject it, or ask for what is missing.',
  APPEAL_OPEN:
    'An objection to the closure waits for its decision. Somebody who had no part in the first decision decides.',
  PROPOSAL_OPEN: 'A closure is already proposed. Impose it or cancel it first.',
  PROPOSAL_UNKNOWN: 'No such closure is proposed. Propose it first.',
  NOTICE_RUNNING: 'The notice period is still running. Wait until it ends.',
  APPEAL_NOT_ALLOWED: 'No appeal is possible here. Ask the provider to cancel the closure.',
  APPEAL_UNKNOWN: 'No appeal is pending. The merchant has to appeal first.',
  IRREVERSIBLE_ACT_DONE:
    'Data, keys, binding or money are already gone for good. Let the closure run to its end.',

  TEST_INCOMPLETE: 'The device test has not been passed. Carry out every required check and report it.',
  TEST_TRANSACTION_OPEN: 'A test transaction is not voided. Void it and report the void.',
  WRONG_SERIAL: 'This is not the expected device. Check the serial number and report the right one.',

  STALE_READ: 'The status was read too early to count. Read it again.',
  STATUS_MISMATCH:
    'The host does not show what was ordered. The order is repeated; read the status again after it.',
  STATUS_NOT_CLOSED:
    'The host does not show the terminal as closed. Confirm the closure and read the status again.',
  ACCEPTANCE_NOT_DISABLED: 'The terminal was not read back as off. Disable it and read the status.',
  TRANSACTIONS_OPEN:
    'Transactions are unfinished. Complete, void or refund them, or agree how to handle them.',
  TRANSACTION_UNKNOWN: 'No such transaction is on record. Have it reported first.',
  COUNTERPARTY_MUST_ACCEPT:
    'The other party has to accept the proposal. Wait for its answer or propose something else.',
  BATCH_MISMATCH: "The batch differs from the host's totals. Find the difference and upload again.",
  DEVICE_NOT_DRAINED:
    'The device still holds transactions. Upload its batch, or have it declared lost, unreadable or unreturned.',

  DEVICE_UNKNOWN: 'No such device belongs to this terminal. Check the serial number.',
  DEVICE_IN_SERVICE: 'The device is still in use. Replace it or close the terminal first.',
  DEVICE_NOT_RECEIVED: 'The device has not arrived. Send it, or have it declared unreturned.',
  DEVICE_NOT_RETURNED: 'The device is not back. Return it, or report it lost.',
  DEVICE_NOT_INSPECTED: 'The device is back but not inspected. Inspect it and record its condition.',
  DEVICE_NOT_LOST: 'The device is not reported lost. Report the loss first.',
  DEVICE_REPORTED_LOST: 'The device is reported lost. Report it found, or have the loss accepted.',
  REPORT_MISSING: 'The report of the loss is missing. Add the loss or police report.',
  BACKUP_MISSING: 'The records are not backed up. Back them up and record it, or have it waived.',
  BACKUP_UNVERIFIED: 'The back-up was not read back. Verify it.',
  BACKUP_STALE: 'There are transactions later than the back-up. Make a new one.',
  LEGAL_HOLD:
    'The data must be kept, by an order or for a dispute. They may be erased once the order or the case has ended.',
  TENANT_CONSENT_MISSING:
    'Another acquirer uses this device too. Authorise its return with their consent or, once overdue or received, by two people.',
  SHARED_DEVICE: 'Another acquirer uses this device too. Authorise the erasure of our own application only.',
  ERASURE_NOT_AUTHORISED: 'The erasure is not authorised. Have the provider authorise it first.',
  ERASURE_NOT_COMPLETED: 'The data on the device are not erased. Carry out the authorised erasure.',
  ERASURE_NOT_VERIFIED: 'The erasure is not verified. Let somebody who did not perform it verify it.',
  UNAUTHORISED_ERASURE:
    'Data were erased without authorisation. Have an erasure authorised and report it anew.',
  ERASE_OR_SEAL_FIRST:
    'The device is neither erased nor sealed. Verify the erasure, or authorise a sealed, tracked journey.',
  SEAL_BROKEN: 'The seal or bag is not as it was sent. Inspect the device and record the breach.',
  KEYS_NOT_REMOVED: 'The keys are still in the device. Zeroise or destroy them and report it.',
  KEYS_NOT_REVOKED: "The device's keys are still valid at the host. Revoke them there.",
  DEVICE_STILL_BOUND: 'The device is still bound to the terminal number. Unbind it.',
  DEVICE_BOUND_ELSEWHERE:
    'The device is still bound to another terminal of the acquirer. Unbind it there, or let two people decide.',
  UNBINDING_PENDING: 'The unbinding is under way. Wait for its result.',

  NO_STATEMENT: 'There is no settlement statement. Have the provider state one.',
  TOTAL_MISMATCH: 'The net is not gross less fees. State all three, or the net alone.',
  STATEMENT_STALE: 'The statement leaves out the last transactions. Have the provider state a new one.',
  SETTLEMENT_NOT_CONFIRMED: 'The settlement statement is not confirmed. Confirm it or dispute it.',
  SETTLEMENT_DISPUTED:
    'The settlement statement is disputed. State it anew, or carry the disputed amount over.',
  OUTSTANDING_BALANCE: 'Settlement money is not paid out. Pay it out or carry it over.',
  PAYOUT_PENDING: 'A payout is under way. Wait for its result.',
  PAYOUT_UNKNOWN: 'No such payout was ordered. Check the reference.',
  ACCOUNT_UNVERIFIED: 'The payout account is not verified. Name the account and have it verified.',
  NAME_MISMATCH: "The account is not in the merchant's name. Name one that is.",
  COOLING_OFF: 'The payout account was changed recently. Wait until the cooling-off period ends.',
  FUNDS_HELD: 'A hold forbids paying the merchant. End the hold, or carry the amount over.',
  AMOUNT_TOO_HIGH: 'The amount is higher than what is left. Lower it.',
  PAID_TWICE: 'The same money was paid twice. Pay back the excess.',
  AMOUNT_MISMATCH: 'The amount is not the one ordered. Have the right amount reported.',
  DISPUTE_OPEN: 'A dispute or chargeback is open. Wait for its outcome, or carry it over.',
  DISPUTE_UNKNOWN: 'No such dispute is on record. Check the case number.',

  CHARGE_UNKNOWN: 'No such charge is on record. Check the reference.',
  DAMAGE_UNDECIDED: 'An inspection found damage or missing parts. Charge for them or waive them.',
  LIABILITY_WITHOUT_GROUND:
    'No inspection or report makes the merchant liable for this. Record one that does.',
  CHARGE_ENDED: 'This charge is settled. Raise a new one if more is owed.',
  CHARGE_DISPUTED: 'The charge is disputed. Have the provider determine it first.',
  CHARGES_OUTSTANDING: 'Charges are unpaid. Pay them, or have them waived, deducted or carried over.',
  FEE_TABLE_NOT_IN_FORCE: 'The fee table is not in force. Name the one that is.',
  AMOUNT_NOT_IN_FEE_TABLE: 'The fee table states another amount for this. Charge what stands in it.',
  DEPOSIT_UNKNOWN: 'No such deposit is on record. Check the reference.',
  DEPOSIT_EXHAUSTED: 'Nothing is left of the deposit. Pay the rest of the charge or carry it over.',
  DEPOSIT_NOT_REFUNDED: 'Part of the deposit is still held. Refund it, deduct what is due, or carry it over.',
  REFUND_PENDING: 'A refund is under way. Wait for its result.',
  CUSTODY_OPEN: 'It is not settled what became of the device. Inspect it, or have its loss accepted.',
  RELEASE_NOT_DUE: 'The guarantee deposit is still needed for late claims. Wait until its period ends.',
  NOT_TRANSFERABLE: 'Only money can be carried over. Finish this before closing.',
  CARRY_OVER_INCOMPLETE: 'Owner, amount, basis or review date is missing. State all of them.',
  FOLLOW_UP_OPEN: 'Something is to be followed up. Record when it is done.',
  OBLIGATION_OPEN: 'Something that was carried over past the closure is still owed. Pay or discharge it.',
  OBLIGATION_UNKNOWN: 'No such obligation was carried over. Check the reference.',
  OBLIGATION_DISCHARGED: 'This obligation is already discharged. Name another one.',

  ORDER_UNKNOWN: 'No such order was given. Check the reference, or order it anew.',
  ORDER_ENDED: 'This order has already ended. Check the reference, or order it anew.',
  ORDER_CLAIMED: 'The order is being carried out. Wait for its result.',
  RESULT_UNKNOWN: 'The end of this order is not known yet. Ask for its result first.',
  METHOD_UNSUITABLE: 'Only an order that moves money has a payment method. Order this again without one.',
  RESULT_OVERDUE: 'An order was accepted, and its result is overdue. Ask for it, or order again.',
  CLOCK_RUN_OUT: 'A deadline has passed. Do what it waits for.',
  ORDER_FAILED: 'An order failed. Remove the cause and order again.',
  CLOSURE_NOT_CONFIRMED: 'The closure is not confirmed. Have the provider confirm it.',
  UNSETTLED_AMOUNT: 'The host still shows unsettled money of this terminal. State the settlement anew.',

  DUTY_REQUIRED: 'This belongs to another duty at the provider. Leave it to somebody who has that duty.',
  REQUIRED_HERE: 'Something that this case needs is left out. State it and try again.',
  DUPLICATE_ITEM: 'Something is named twice. Name it once and apply again.',
  MUST_BE_CONFIRMED: 'What has to be confirmed is not confirmed. Confirm it and apply again.',
  TERMINAL_OR_SERIAL_REQUIRED:
    'Neither the terminal number nor the serial number is stated. State one of them.',
  TEMPORARY_IS_SUSPENSION: 'A pause is a suspension, not a closure. Apply for suspension.',
  PERMANENT_IS_CLOSURE: 'Giving the terminal up for good is a closure, not a suspension. Apply for closure.',
  REASON_NOT_FOR_INITIATOR:
    'This reason is not for this party to give. Choose another reason, or leave it to the party that may.',
  REASON_TOO_VAGUE: 'The reason is too vague to act on. Name the specific one.',
  REASON_MISMATCH: 'The application leaves out the reason of one of its holds. Name it and apply again.',
  CONTRACT_STILL_RUNNING: 'The contract has not run out by then. Choose a later date, or another reason.',
  PERIOD_REVERSED: 'The period is over before it begins. State a later end.',
  REMEDY_UNSTATED:
    'For one of the holds it is not said what was done. Say it for each, even where nothing had to be done.',
  REMEDY_UNSUITABLE: 'The remedy does not fit the reason of its hold. State what was done about that reason.',
  EVIDENCE_NOT_ATTACHED: 'A remedy names a document that is not attached. Attach it and apply again.',
  PROVIDER_AUTHORISATION_REQUIRED:
    "A merchant may install software only with the provider's permission. Name the authorisation.",
  IN_THE_FUTURE: 'A date lies in the future. State when it happened.',
  DISPOSITION_UNSUITABLE:
    "What is to become of the device does not fit its owner. The merchant's own stays, any other goes back.",
  PROCEDURE_NOT_IN_FORCE:
    'The procedure that was read is not in force any more. Read the present one and apply again.',
  CHANNEL_NOT_OFFERED: 'Applications are not taken this way. Apply by one of the ways that are offered.',
  DOCUMENT_UNKNOWN:
    'No document on file has this reference and content. Check the reference, or add the document.',
  FACT_MISSING:
    'A document leaves out something that the decision needs. Add what it says, or another document.',
  FACTS_UNCHECKED:
    'Nobody has checked what a document says. Check it, or say with the decision that you have.',
  EVIDENCE_UNSUITABLE: 'This document does not prove what is asked for. Add one of those that do.',
  NOTICE_MISSING:
    'The merchant has not been given written notice with grounds and the way to object. Serve it and put it on file.',
  REQUEST_UNKNOWN: 'There is no such request. Check the reference.',
  REQUEST_OPEN:
    'The merchant has asked for something that nobody has answered. Do it, or decline it and say why.',
  NOTES_FULL:
    'There are as many notes here as one side may keep. Close one that is no longer needed, then write this one.',
  FOLLOW_UPS_FULL:
    'There is as much to follow up here as one record may hold. Do what is still open, and say so, then write this.',
  REQUESTS_FULL:
    'There are as many unanswered requests here as one record may hold. Wait until some of them are answered.',
  DOCUMENTS_FULL:
    'There are as many documents on file here as you may add. Send what is still needed to the provider, who can put it on file.',
  REQUEST_ENDED: 'This request has been answered. Make a new one if it is still wanted.',
  AGENT_UNKNOWN: 'This service provider is not assigned to the terminal. Check the reference, or assign it.',
  READING_UNKNOWN: 'This is not the newest reading of the host. Accept the newest one.',
  ORDER_PARKED: 'An order failed too often and is not tried any more. Remove the cause, then revive it.',
  ANSWER_REFUSED: "A system's answer could not be taken. Find out what became of the order, and record it.",
}
