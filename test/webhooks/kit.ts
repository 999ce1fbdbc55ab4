/** Key material of these tests; nothing else uses it. */
const base64 = (bytes: readonly number[]) => btoa(String.fromCharCode(...bytes))
const counting = (from: number, length: number) => Array.from({ length }, (_, place) => (from + place) % 256)

export const hmacKey = `whsec_${base64(counting(1, 32))}`
export const otherHmacKey = `whsec_${base64(counting(101, 24))}`
/** RFC 8032, section 7.1, test 1: the seed and its public key. */
export const privateKey = 'whsk_nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A='
export const publicKey = 'whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='
