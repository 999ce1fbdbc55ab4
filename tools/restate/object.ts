import * as restate from '@restatedev/restate-sdk'
import { memoryStore } from 'terminal-lifecycle/runtime'
import { type RestateSdk, terminalLifecycleObject } from 'terminal-lifecycle/runtime/restate'
import type { Services } from 'terminal-lifecycle/schemas'

declare const services: Services

export const asked: RestateSdk = restate
export const object: restate.VirtualObjectDefinition<string, unknown> = terminalLifecycleObject(restate, {
  store: memoryStore(),
  services,
})
