import type { Authorization } from '../../domain/offer.ts';
import { plainText } from '../../domain/providerText.ts';
import { useText } from '../../text/TextContext.tsx';

const nameLength = 120;
/** What Azure takes where a just-in-time policy says nothing, in minutes. */
const defaultMinutes = 8 * 60;

/** Whether it holds all the time, or else for how long, with what proof and whose approval. */
export function AuthorizationTerms({ authorization }: { readonly authorization: Authorization }) {
  const { t, format } = useText();
  const { kind, justInTime } = authorization;
  if (kind === 'standing') return t.offer.standing;
  if (!justInTime) return t.offer.eligible(format.minutes(defaultMinutes));
  const approvers = justInTime.approvers.map(
    ({ name, principalId }) => plainText(name ?? '', nameLength) || principalId,
  );
  return [
    t.offer.eligible(format.minutes(justInTime.maximumMinutes)),
    justInTime.mfa ? t.offer.mfa : t.offer.noMfa,
    approvers.length > 0 ? t.offer.approvers(format.list(approvers)) : t.offer.noApprovers,
  ].join(', ');
}
