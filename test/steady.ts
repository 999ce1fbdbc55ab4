import fc from 'fast-check'

// Before each file of tests. Properties see the same cases in every run, and programs print without colours, so that none turns
// red by itself.
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_260_302) })
for (const name of ['FORCE_COLOR', 'NO_COLOR']) delete process.env[name]
