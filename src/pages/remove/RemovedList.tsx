import { itemsDoing, type Cannot, type ChangeSet, type ScopeRef } from '../../domain/changeSet.ts';
import { useText } from '../../text/TextContext.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Section } from '../../ui/Section.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import type { Tone } from '../../ui/tone.ts';
import type { Blocker } from '../delegate/review.ts';
import { blockerWord, cannotWord } from '../shared/changeWords.ts';
import { ScopeName } from '../shared/ScopeName.tsx';
import styles from './Remove.module.css';

/** Lists this short stand open. */
const openUpTo = 8;

/** Where access is taken away, which copies go, and what stays with its reason: in numbers that open to names. */
export function RemovedList({ changeSet }: { readonly changeSet: ChangeSet<Blocker> }) {
  const { t, format } = useText();
  const removed = itemsDoing(changeSet, 'remove');
  const copies = itemsDoing(changeSet, 'removeCopy');
  const { cannot } = changeSet;
  return (
    <Section title={t.remove.whereTitle}>
      <div className={styles.groups}>
        {removed.length > 0 && (
          <Group tone="caution" text={t.remove.numbers.delegations(format, removed.length)} count={removed.length}>
            {removed.map(({ delegationId, scope }) => (
              <Line key={delegationId} scope={scope} />
            ))}
          </Group>
        )}
        {copies.length > 0 && (
          <Group
            tone="info"
            text={(removed.length > 0 ? t.remove.numbers.copies : t.remove.numbers.copiesAlone)(format, copies.length)}
            count={copies.length}
          >
            {copies.map(({ copyId, scope }) => (
              <Line key={copyId} scope={scope} />
            ))}
          </Group>
        )}
        {cannot.length > 0 && (
          <Group tone="bad" text={t.remove.numbers.cannot(format, cannot.length)} count={cannot.length}>
            {cannot.map((one) => (
              <Line key={`${one.scope.id} ${one.copyId ?? ''}`} scope={one.scope} why={whyOf(one)} />
            ))}
          </Group>
        )}
      </div>
    </Section>
  );

  function whyOf({ reasons, copyId }: Cannot<Blocker>): string {
    const words = reasons.map((reason) =>
      reason.code === 'blocked' ? blockerWord(reason.blocker, t, format) : cannotWord(reason, t, format),
    );
    return [...(copyId === undefined ? [] : [`${t.change.subject.removeCopy}:`]), ...words].join(' ');
  }
}

function Line({ scope, why }: { readonly scope: ScopeRef; readonly why?: string }) {
  return (
    <li>
      <ScopeName scope={scope.id} name={scope.name} />
      {why !== undefined && <div className={styles.why}>{why}</div>}
    </li>
  );
}

function Group(props: {
  readonly tone: Tone;
  readonly text: string;
  readonly count: number;
  readonly children: React.ReactNode;
}) {
  return (
    <Disclosure
      open={props.count <= openUpTo}
      summary={
        <StateTag tone={props.tone} plain>
          {props.text}
        </StateTag>
      }
    >
      <ul className={styles.list}>{props.children}</ul>
    </Disclosure>
  );
}
