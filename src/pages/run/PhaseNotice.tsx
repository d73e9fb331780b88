import { Button } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { Run } from '../../domain/executor.ts';
import type { RunState } from '../../domain/run.ts';
import { markResume } from '../../storage/resumeMark.ts';
import { problemText } from '../../text/problemTexts.ts';
import { useText } from '../../text/TextContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useServices } from '../services.ts';
import { claimsFor } from '../shared/claimsFor.ts';

/** Why a run waits or stops, and what the person can do about it. */
export function PhaseNotice({ state, run }: { readonly state: RunState; readonly run: Run }) {
  const { t } = useText();
  const { session } = useServices();
  const { phase } = state;
  const offline = phase.name === 'paused' && phase.why === 'offline';
  useEffect(() => {
    if (!offline) return undefined;
    const resume = () => run.resume();
    window.addEventListener('online', resume);
    return () => window.removeEventListener('online', resume);
  }, [offline, run]);
  switch (phase.name) {
    case 'running':
    case 'finished':
      return null;
    case 'stopping':
      return <Notice tone="info" title={t.run.stopping} />;
    case 'stopped':
      return <Notice tone="caution" title={t.run.stopped} />;
    case 'pausing':
    case 'paused':
      if (phase.why === 'offline') {
        return (
          <Notice
            tone="caution"
            announce
            title={t.run.offlineTitle}
            actions={<Button onClick={() => run.resume()}>{t.run.resume}</Button>}
          >
            <p>{t.run.offlineWhat}</p>
          </Notice>
        );
      }
      return (
        <Notice
          tone="caution"
          announce
          title={t.run.stepUpTitle}
          actions={
            <>
              <Button
                appearance="primary"
                disabledFocusable={phase.name === 'pausing'}
                onClick={() => {
                  markResume();
                  void session.stepUp(claimsFor(phase.problem));
                }}
              >
                {t.run.stepUpGo}
              </Button>
              <Button onClick={() => run.resume()}>{t.run.resume}</Button>
            </>
          }
        >
          <p>{problemText(t.problems, phase.problem).what}</p>
          <p>{t.run.stepUpWhat}</p>
        </Notice>
      );
  }
}
