import fc from 'fast-check'

// Before each file of tests: properties see the same cases in every run, so that none turns red by itself.
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_260_302) })
