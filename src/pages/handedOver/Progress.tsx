import { countsOf, isOver, type RunState } from '../../domain/run.ts';
import { useText } from '../../text/TextContext.tsx';
import { Counts } from '../../ui/Counts.tsx';

/** How many items are where: `told` by Azure to be done and not read back, `through` with Azure, read back or not. */
export function numbersOf(state: RunState) {
  const counts = countsOf(state);
  const there = counts.done + counts.already;
  const told = state.items.filter(({ status }) => status.state === 'confirming').length;
  return { ...counts, there, told, through: there + told };
}

/** The progress of what Azure carries out. Done is only what was read back. */
export function Progress({ state }: { readonly state: RunState }) {
  const { t, format } = useText();
  const { counts: words } = t.run;
  const { there, told, through, failed, unknown, working, waiting, stopped } = numbersOf(state);
  const atWork = working - told;
  return (
    <Counts
      label={t.run.bar}
      total={state.items.length}
      finished={through + failed + unknown}
      counts={[
        { key: 'done', tone: 'good', value: there, text: words.done(format, there) },
        { key: 'failed', tone: 'bad', value: failed, text: words.failed(format, failed) },
        { key: 'unknown', tone: 'caution', value: unknown, text: words.unknown(format, unknown) },
        { key: 'told', tone: 'info', value: told, text: t.handOver.page.told(format, told) },
        {
          key: 'ahead',
          tone: 'neutral',
          value: atWork + waiting + stopped,
          text: isOver(state) ? words.stopped(format, stopped) : t.handOver.page.atWork(format, atWork + waiting),
        },
      ]}
    />
  );
}
