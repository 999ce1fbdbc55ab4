export { containsCardNumber, holdsCardNumber } from './card-number.ts'
export { type Secret, type SecretCode, secretIn, secretInReference, secretsIn } from './find.ts'
export { containsIdentityNumber } from './identity-number.ts'
export { maskSecrets } from './mask.ts'
