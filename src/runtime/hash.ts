// The chain is verified wherever entries are read, so what it is made of is not the runtime's own.
export { genesisHash, isUnaltered, sealEntry } from '../schemas/index.ts'
