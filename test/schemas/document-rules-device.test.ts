import { describe, expect, it } from 'vitest'
import { Document } from '../../src/schemas/index.ts'
import { codesOf } from './codes-of.ts'
import { row, without } from './document-row.ts'
import { documents } from './examples/documents.ts'
import { at, later } from './examples/papers.ts'

const refused = [
  row(
    'a USB back-up that is not encrypted [R-159]',
    'backup_record',
    { encrypted: false },
    'USB_BACKUP_NOT_ENCRYPTED /encrypted',
  ),
  row(
    'a back-up with cardholder data [R-159]',
    'backup_record',
    { containsCardholderData: true },
    'NOT_ALLOWED_VALUE /containsCardholderData',
  ),
  row(
    'a back-up that does not say where it is kept [R-204]',
    'backup_record',
    without('location'),
    'REQUIRED /location',
  ),
  row(
    'a back-up abroad without legal ground [R-204]',
    'backup_record',
    { crossBorder: true },
    'LEGAL_BASIS_REQUIRED /legalBasis',
  ),
  row(
    'a back-up kept until before it was taken',
    'backup_record',
    { retentionUntil: '2020-01-01T00:00:00Z' },
    'PERIOD_REVERSED /retentionUntil',
  ),
  row(
    'moving customer data without legal ground [R-201]',
    'data_migration_plan',
    without('lawfulBasis'),
    'LEGAL_BASIS_REQUIRED /lawfulBasis',
  ),
  row(
    'a collection without an address [R-170]',
    'device_return_record',
    without('address'),
    'REQUIRED_HERE /address',
  ),
  row(
    'a device received before it was sent',
    'device_return_record',
    { shippedAt: later, receivedAt: at },
    'PERIOD_REVERSED /receivedAt',
  ),
  row('a receipt by nobody', 'device_return_record', without('receivedBy'), 'REQUIRED_HERE /receivedBy'),
  row(
    'a carrier without tracking',
    'device_return_record',
    without('trackingNo'),
    'REQUIRED_HERE /trackingNo',
  ),
  row(
    'wear laid on the merchant without a clause [R-240]',
    'damage_report',
    { cause: 'nonHuman' },
    'LIABILITY_WITHOUT_GROUND /liability',
  ),
  row('a compensation of nothing', 'damage_report', without('compensation'), 'REQUIRED_HERE /compensation'),
  row(
    'an exchange without the new serial [R-135]',
    'repair_or_replacement_record',
    without('newSerial'),
    'REQUIRED_HERE /newSerial',
  ),
  row(
    'an exchange for the same device',
    'repair_or_replacement_record',
    { newSerial: 'SN-0001' },
    'DUPLICATE_ITEM /newSerial',
  ),
  row(
    'an update without a version [R-267]',
    'repair_or_replacement_record',
    { kind: 'update' },
    'REQUIRED_HERE /softwareVersion',
  ),
  row(
    'software installed by the merchant alone [R-267]',
    'repair_or_replacement_record',
    { kind: 'reinstall', performedBy: 'merchant', softwareVersion: '2' },
    'PROVIDER_AUTHORISATION_REQUIRED /providerAuthorisation',
  ),
  row(
    'a test passed with a failed check',
    'device_test_record',
    { checks: [{ name: 'power', passed: false }] },
    'RESULT_MISMATCH /result',
  ),
  row(
    'a theft without a police report',
    'loss_report',
    without('policeReference'),
    'REQUIRED_HERE /policeReference',
  ),
  row(
    'an erasure that nobody authorised [R-038]',
    'erasure_record',
    without('authorisedBy'),
    'REQUIRED /authorisedBy',
  ),
  row(
    'an erasure verified by who did it',
    'erasure_record',
    { verifiedBy: 'p-3' },
    'MAKER_IS_CHECKER /verifiedBy',
  ),
  row('an erasure done at no moment', 'erasure_record', without('completedAt'), 'REQUIRED_HERE /completedAt'),
  row('a failed erasure without a ticket', 'erasure_record', { status: 'failed' }, 'REQUIRED_HERE /ticketId'),
  row(
    'a destruction witnessed by who did it',
    'destruction_certificate',
    { witnessedBy: 'p-3' },
    'MAKER_IS_CHECKER /witnessedBy',
  ),
  row(
    'a rectification without responsibility [R-268]',
    'rectification_report',
    { liabilityAccepted: false },
    'MUST_BE_CONFIRMED /liabilityAccepted',
  ),
  row(
    'a filing that is required and missing',
    'regulatory_filing',
    without('reference', 'filedOn'),
    'REQUIRED_HERE /reference',
    'REQUIRED_HERE /filedOn',
  ),
  row(
    'a listing without its number',
    'risk_listing_record',
    { outcome: 'filed', filedOn: '2026-03-01' },
    'REQUIRED_HERE /reference',
  ),
  row(
    'customers told after the fact [R-299]',
    'customer_notice',
    { resumesAt: at },
    'RESUMPTION_NOT_AHEAD /resumesAt',
  ),
  row('evidence without a file [R-092]', 'supporting_evidence', { files: [] }, 'TOO_FEW /files'),
]

describe('documents about devices and data refuse', () => {
  it.each(refused)('%s', (_, type, change, codes) => {
    expect(codesOf(Document, { ...documents[type], ...change })).toEqual(codes)
  })
})
