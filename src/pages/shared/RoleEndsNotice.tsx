import { endOfActive } from '../../domain/activation.ts';
import { useKnown } from '../../queries/useRead.ts';
import { useText } from '../../text/TextContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useServices } from '../services.ts';
import { ActivateLink } from './ActivateLink.tsx';

/** Within this time, in ms, of its end an activated role is a matter for caution; before, for information. */
const soon = 30 * 60_000;

/** When an activated role ends, for whoever is about to start something long, or has. Nothing where none is active. */
export function RoleEndsNotice({ scopes }: { readonly scopes: number }) {
  const { t, format } = useText();
  const { queries, surroundings } = useServices();
  const activations = useKnown(queries.activations());
  const ends = activations.state === 'known' ? endOfActive(activations.value) : undefined;
  if (ends === undefined) return null;
  const left = ends - surroundings.now();
  if (left <= 0) return null;
  const minutes = format.minutes(Math.max(1, Math.floor(left / 60_000)));
  return (
    <Notice
      tone={left < soon ? 'caution' : 'info'}
      title={t.activate.ends(format.time(ends), minutes)}
      actions={left < soon && <ActivateLink />}
    >
      <p>{t.activate.endsWhat(format, scopes)}</p>
    </Notice>
  );
}
