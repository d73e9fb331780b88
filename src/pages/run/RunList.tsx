import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import { subjectOf, type ChangeItem } from '../../domain/changeSet.ts';
import { idKey } from '../../domain/ids.ts';
import { plainText } from '../../domain/providerText.ts';
import { isOver, type ItemRun, type ItemStatus } from '../../domain/run.ts';
import { problemText } from '../../text/problemTexts.ts';
import { useText } from '../../text/TextContext.tsx';
import { RowList, type RowColumn } from '../../ui/RowList.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import type { Tone } from '../../ui/tone.ts';
import { statusWord } from '../shared/changeWords.ts';
import { ProblemDetails } from '../shared/ProblemNotice.tsx';
import { ScopeName } from '../shared/ScopeName.tsx';
import type { ShownRun } from '../shared/useRun.ts';
import styles from './RunList.module.css';
import { stepsOf, type StepState } from './runSteps.ts';
import { stepWord } from './stepWord.ts';

interface RunRow {
  readonly at: number;
  readonly item: ChangeItem;
  readonly run: ItemRun;
}

const tones: Readonly<Record<ItemStatus['state'], Tone>> = {
  waiting: 'neutral',
  checking: 'info',
  registering: 'info',
  writingCopy: 'info',
  updating: 'info',
  delegating: 'info',
  removing: 'info',
  removingCopy: 'info',
  reapplying: 'info',
  confirming: 'info',
  needsYou: 'caution',
  done: 'good',
  already: 'good',
  failed: 'bad',
  unknown: 'caution',
  stopped: 'neutral',
};

const stepMarks: Readonly<Record<StepState, string>> = { done: '✓', working: '…', ahead: '·' };

/** What needs eyes first stands first. */
const urgency: Readonly<Record<ItemStatus['state'], number>> = {
  failed: 0,
  unknown: 1,
  needsYou: 2,
  checking: 3,
  registering: 3,
  writingCopy: 3,
  updating: 3,
  delegating: 3,
  removing: 3,
  removingCopy: 3,
  reapplying: 3,
  confirming: 3,
  waiting: 4,
  stopped: 4,
  done: 5,
  already: 5,
};

/** What a run does, item by item, with the steps of each; failed ones first, each with why and what next. */
export function RunList(props: {
  readonly shown: ShownRun;
  /** What is still to be confirmed, where it is not as in a run of the app itself. */
  readonly confirming?: string;
}) {
  const { t } = useText();
  const { confirming } = props;
  const { changeSet, state, run } = props.shown;
  const over = isOver(state);
  const isDelegating = changeSet.kind === 'delegate';
  const rows = useMemo(
    () =>
      changeSet.items
        .flatMap((item, at): RunRow[] => {
          const itemRun = state.items[at];
          return itemRun ? [rowOf(at, item, itemRun)] : [];
        })
        .toSorted((one, other) => urgency[one.run.status.state] - urgency[other.run.status.state] || one.at - other.at),
    [changeSet, state],
  );
  const stored = useMemo(
    () => new Set(state.shared.flatMap(({ kind, target }) => (kind === 'writeCopy' ? [idKey(target)] : []))),
    [state.shared],
  );
  const columns = useMemo(
    (): readonly RowColumn<RunRow>[] => [
      {
        key: 'scope',
        title: isDelegating ? t.run.column.scope : t.change.column,
        width: 'minmax(0, 1.1fr)',
        cell: ({ item }) => (
          <>
            {!isDelegating && (
              <div>
                {t.change.subject[item.does]} <bdi>{keptOfferOf(item)}</bdi>
              </div>
            )}
            <ScopeName scope={item.scope.id} name={item.scope.name} />
          </>
        ),
      },
      {
        key: 'steps',
        title: t.run.column.steps,
        width: 'minmax(0, 1.2fr)',
        cell: (row) => (
          <StepsCell
            row={row}
            registers={changeSet.registrations.includes(row.item.scope.subscriptionId)}
            copies={row.item.does === 'delegate' && row.item.ways.some(({ copyId }) => stored.has(idKey(copyId)))}
          />
        ),
      },
      {
        key: 'state',
        title: t.run.column.state,
        width: 'minmax(0, 1.4fr)',
        cell: (row) => (
          <StateCell row={row} confirming={confirming} retry={over && run ? () => run.retry([row.at]) : undefined} />
        ),
      },
    ],
    [t, changeSet, isDelegating, stored, over, run, confirming],
  );
  return <RowList label={isDelegating ? t.run.table : t.change.table} rows={rows} rowKey={rowKey} columns={columns} />;
}

const rowsOf = new WeakMap<ItemRun, RunRow>();

/** The same row for as long as nothing has happened to its item: then it is not drawn again. */
function rowOf(at: number, item: ChangeItem, run: ItemRun): RunRow {
  const known = rowsOf.get(run);
  if (known?.at === at && known.item === item) return known;
  const row = { at, item, run };
  rowsOf.set(run, row);
  return row;
}

function rowKey({ item }: RunRow): string {
  return `${item.does} ${subjectOf(item)}`;
}

/** What is written again belongs to another offer than the one that the run is about. */
function keptOfferOf(item: ChangeItem): string {
  if (item.does === 'reapply') return plainText(item.offerName, 120);
  return item.does === 'reapplyCopy' ? plainText(item.content.name, 120) : '';
}

function StepsCell(props: { readonly row: RunRow; readonly registers: boolean; readonly copies: boolean }) {
  const { t } = useText();
  return (
    <ol className={styles.steps}>
      {stepsOf(props.row.run, props.row.item.does, props).map(({ name, state }) => (
        <li key={name} className={styles[state]}>
          <span aria-hidden>{stepMarks[state]}</span> {stepWord(name, t)}
          <span className="visuallyHidden">: {t.run.stepState[state]}</span>
        </li>
      ))}
    </ol>
  );
}

/** How a scope stands; what did not work with why and what next. `retry`: where the run has ended. */
function StateCell(props: {
  readonly row: RunRow;
  readonly confirming: string | undefined;
  readonly retry: (() => void) | undefined;
}) {
  const { t } = useText();
  const { row, retry, confirming } = props;
  const { status } = row.run;
  const problem = status.state === 'failed' || status.state === 'unknown' ? status.problem : undefined;
  const words = problem && problemText(t.problems, problem);
  const usual = statusWord(status.state, row.item.does, t);
  const word = status.state === 'confirming' ? (confirming ?? usual) : usual;
  const open = problem !== undefined || status.state === 'stopped';
  return (
    <>
      <StateTag tone={tones[status.state]} plain>
        {words ? `${word}: ${words.title}` : word}
      </StateTag>
      {words && (
        <div className={styles.why}>
          {words.what} {words.next}
        </div>
      )}
      {problem && <ProblemDetails problem={problem} />}
      {open && retry && (
        <Button size="small" className={styles.retry ?? ''} onClick={retry}>
          {t.run.retryOne}
        </Button>
      )}
    </>
  );
}
