/**
 * REPLACE THIS before anybody else can reach the page: made-up people, who sign in by choosing who they are, and tokens that
 * everybody can read. Ask your identity provider instead, and give the client what it hands out. Nothing else knows how people sign in.
 */
export interface Person {
  readonly id: string
  readonly name: string
  readonly token: string
}

export const people: readonly Person[] = [
  { id: 'owner-1', name: '林晓 · Lin Xiao', token: 'merchant-token' },
  { id: 'owner-2', name: '周宁 · Zhou Ning', token: 'other-merchant-token' },
]

/** Where the provider is reached; it stands on every page, and in what cannot be told here. */
export const providerContact = '400-000-0000'

const key = 'portal:person'

export const signedIn = (): Person | undefined => {
  const id = sessionStorage.getItem(key)
  return people.find((person) => person.id === id)
}

export const signIn = ({ id }: Person): void => sessionStorage.setItem(key, id)

/** Whatever the tab has kept goes with the person: drafts, and writes whose end is not known. */
export const signOut = (): void => sessionStorage.clear()
