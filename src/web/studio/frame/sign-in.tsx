/** Signing in to the studio. */
import type { Session } from '../../desk/link/session.js';
import type { SettingsStore } from '../../desk/look/settings.js';
import { PageSignIn } from '../../desk/signin/page-sign-in.js';
import { useWords } from './studio-context.js';

interface SignInProps {
  readonly settings: SettingsStore;
  /** Why the last session ended or may not be used. */
  readonly why: string | null;
  readonly onSignedIn: (session: Session) => void;
}

export function SignIn(props: SignInProps) {
  const { signIn, errors } = useWords();
  return <PageSignIn words={signIn} errors={errors} {...props} />;
}
