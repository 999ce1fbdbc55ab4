/** Orders are named after the commands that gave them, or after versions: what was told in another way has others. */
export const nameless = (text: string): string => text.replaceAll(/[\w-]+\/(?:\d+|[a-p]{20})\/\d+/g, 'order')

export const namelessIn = <Value>(value: Value): Value => JSON.parse(nameless(JSON.stringify(value)))
