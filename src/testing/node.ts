export { ledgerFile } from './node/ledger-file.ts'
export {
  type MockAcquirerServer,
  type ServeMockAcquirerOptions,
  serveMockAcquirer,
} from './node/serve-mock-acquirer.ts'
