/** Sign-in at the operator's provider: whether it is offered here, and the session of who has just come back from it. */
import { useEffect, useState } from 'react';
import type { Session } from '../link/session.js';
import { fetchSession, isProviderThere } from '../link/staff-api.js';

/** What the server put behind the # on the way back: nothing but the code of what went wrong, if anything did. */
const BACK = /^#sso(?:=([a-z-]+))?$/;

export interface SingleSignOn {
  readonly href: string | null;
  readonly failure: string | null;
}

export function useSingleSignOn(onSignedIn: (session: Session) => void): SingleSignOn {
  const [isOffered, setIsOffered] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    void isProviderThere().then(setIsOffered);
    const back = BACK.exec(location.hash);
    if (back === null) return;
    history.replaceState(null, '', location.pathname);
    if (back[1] !== undefined) {
      setFailure(back[1]);
      return;
    }
    void fetchSession().then((result) => {
      if (result.ok) onSignedIn(result.session);
      else setFailure(result.code);
    });
    // Once, when the page has loaded.
  }, []);
  return { href: isOffered ? `/api/staff/oidc/start?to=${location.pathname.slice(1)}` : null, failure };
}
