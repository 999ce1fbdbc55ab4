import { start } from './app/app.ts'
import { withoutJit } from './jitless.ts'

withoutJit()
void start()
