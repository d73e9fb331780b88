import { Button } from '@fluentui/react-components';
import { useText } from '../../text/TextContext.tsx';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import type { EveryGroup } from './useEveryGroup.ts';

/** Shows the resource groups of all subscriptions, and hides them again. */
export function EveryGroupButton(props: { readonly every: EveryGroup; readonly onWanted: (wanted: boolean) => void }) {
  const { t } = useText();
  const { state } = props.every;
  const { showGroups, stopGroups, hideGroups } = t.delegate;
  const text = { hidden: showGroups, failed: showGroups, reading: stopGroups, shown: hideGroups }[state];
  return (
    <Button onClick={() => (props.every.state === 'failed' ? props.every.again() : props.onWanted(state === 'hidden'))}>
      {text}
    </Button>
  );
}

/** What came of it, also for those who do not see the list. `count`: resource groups in it. */
export function EveryGroupStatus({ every, count }: { readonly every: EveryGroup; readonly count: number }) {
  const { t, format } = useText();
  if (every.state === 'failed')
    return <ProblemNotice error={every.problem} title={t.delegate.groupsFailed} retry={every.again} />;
  const text =
    every.state === 'reading'
      ? t.delegate.groupsReading
      : every.state === 'shown'
        ? t.delegate.groupsRead(format, count)
        : undefined;
  return (
    <div role="status" className={text === undefined ? 'visuallyHidden' : undefined}>
      {text}
    </div>
  );
}
