/** What a merchant may owe. */
export const chargeKinds = [
  'rental',
  'maintenance',
  'deactivation',
  'annual',
  'data_traffic',
  'transaction',
  'early_termination',
  'damage',
  'accessory',
  'device',
  'penalty',
  'arrears',
  'settlement',
  'chargeback',
  'overpayment',
  'other',
] as const
export type ChargeKind = (typeof chargeKinds)[number]
