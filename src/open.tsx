import { createRoot } from 'react-dom/client';
import type { Session } from './auth/session.ts';
import type { Config } from './config.ts';
import type { Problem } from './domain/problem.ts';

/** TO BE REPLACED by the app itself: shows who has signed in, and how to leave. */
export function openApp(
  place: HTMLElement,
  { session }: { readonly config: Config; readonly session: Session; readonly problem?: Problem },
): void {
  createRoot(place).render(
    <main>
      <h1>{session.person.name}</h1>
      <p>{session.person.tenantId}</p>
      <button type="button" onClick={() => void session.signOut()}>
        Sign out
      </button>
    </main>,
  );
}
