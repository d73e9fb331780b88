import { useEffect, useReducer } from 'react';
import { endOfActive } from '../../domain/activation.ts';
import { lastingOf, roughMinutes } from '../../domain/roleEnd.ts';
import { useKnown } from '../../queries/useRead.ts';
import { useText } from '../../text/TextContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useServices } from '../services.ts';
import { ActivateLink } from './ActivateLink.tsx';

const minute = 60_000;

/**
 * When an activated role ends, and whether it lasts for a run that is about to start, or goes on. Nothing where none is
 * active.
 */
export function RoleEndsNotice({
  neededFrom,
  when,
}: {
  /** What the run is expected to need from this moment on, in ms. Asked only where it matters. */
  readonly neededFrom: (now: number) => number;
  readonly when: 'before' | 'during';
}) {
  const { t, format } = useText();
  const { queries, surroundings } = useServices();
  const activations = useKnown(queries.activations());
  useAgainEvery(minute / 4);
  const now = surroundings.now();
  const ends = activations.state === 'known' ? endOfActive(activations.value, now) : undefined;
  if (ends === undefined) return null;
  const left = ends - now;
  if (left <= 0) {
    return (
      <Notice tone="caution" announce title={t.roleEnds.ended(format.time(ends))} actions={<ActivateLink />}>
        <p>{t.roleEnds.endedWhat[when]}</p>
      </Notice>
    );
  }
  const needed = neededFrom(now);
  const lasting = lastingOf(left, needed, when);
  const rough = roughMinutes(needed);
  const time = rough === 0 ? t.roleEnds.underAMinute : t.roleEnds.about(format.minutes(rough));
  return (
    <Notice
      tone={lasting === 'enough' ? 'info' : 'caution'}
      announce={when === 'during' && lasting === 'tooShort'}
      title={t.activate.ends(format.time(ends), format.minutes(Math.max(1, Math.floor(left / minute))))}
      actions={lasting !== 'enough' && <ActivateLink />}
    >
      <p>{t.roleEnds[when][lasting](time, format.time(now + Math.max(needed, rough * minute)))}</p>
      {lasting !== 'enough' && <p>{t.roleEnds.missed}</p>}
    </Notice>
  );
}

/** Time passes while nothing else changes. */
function useAgainEvery(ms: number): void {
  const [, again] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const timer = setInterval(again, ms);
    return () => clearInterval(timer);
  }, [ms]);
}
