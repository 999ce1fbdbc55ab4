import { Page } from '../parts/page.tsx'
import { type Person, people } from '../session.ts'
import { useWords } from '../words/use-words.tsx'

/** Made-up people, chosen by name: `session.ts` says what to put in its place. */
export const SignIn = ({ onSignIn }: { onSignIn(person: Person): void }) => {
  const { phrases } = useWords()
  return (
    <Page title={phrases.signInTitle}>
      <p className="muted">{phrases.madeUp}</p>
      <ul className="row plain-list">
        {people.map((person) => (
          <li key={person.id}>
            <button type="button" onClick={() => onSignIn(person)}>
              {person.name}
            </button>
          </li>
        ))}
      </ul>
    </Page>
  )
}
