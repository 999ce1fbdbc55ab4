import { useEffect, useState } from 'react'

const place = (name: string) => `portal:typed:${name}`

/** What was typed below this name before the page was loaded again, or left. */
const typed = <Value>(name: string): Value | undefined => {
  const kept = sessionStorage.getItem(place(name))
  return kept === null ? undefined : (JSON.parse(kept) as Value)
}

/** Once it has been sent, nothing of it stays: neither below this name nor below those that begin with it. */
export const forgetTyped = (name: string): void => {
  for (const key of Object.keys(sessionStorage))
    if (key === place(name) || key.startsWith(`${place(name)}:`)) sessionStorage.removeItem(key)
}

/**
 * What somebody types or chooses, kept in this tab until it is sent or they sign out: a page that is loaded again has it still.
 * Never for what is secret.
 */
export const useTyped = <Value>(name: string, first: Value): readonly [Value, (value: Value) => void] => {
  const [value, setValue] = useState<Value>(() => typed<Value>(name) ?? first)
  const isFirst = JSON.stringify(value) === JSON.stringify(first)
  useEffect(() => {
    if (isFirst) sessionStorage.removeItem(place(name))
    else sessionStorage.setItem(place(name), JSON.stringify(value))
  }, [name, value, isFirst])
  return [value, setValue]
}

/** Is something kept below this name, so that what is folded has to be open? */
export const isTyped = (name: string): boolean => sessionStorage.getItem(place(name)) !== null
