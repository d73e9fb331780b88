import { Checkbox, Radio, RadioGroup } from '@fluentui/react-components';
import { useMemo } from 'react';
import { idKey, type DelegationId } from '../../domain/ids.ts';
import { leftoversOf } from '../../domain/makeRemoval.ts';
import type { Offer } from '../../domain/offer.ts';
import { useText } from '../../text/TextContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { Card, Section } from '../../ui/Section.tsx';
import { ScopeName } from '../shared/ScopeName.tsx';
import type { RemovalChoice } from './removal.ts';

/** What to take away: the whole offer, or some of what is delegated to it; and whether its copies go too. */
export function RemoveChoice(props: {
  readonly offer: Offer;
  readonly choice: RemovalChoice;
  readonly onChoice: (choice: RemovalChoice) => void;
}) {
  const { offer, choice, onChoice } = props;
  const { t, format } = useText();
  const { delegations } = offer;
  const leftovers = useMemo(() => leftoversOf(offer), [offer]);
  const chosen = useMemo(
    () => new Set((choice.delegations === 'all' ? delegations.map(({ id }) => id) : choice.delegations).map(idKey)),
    [choice.delegations, delegations],
  );
  const choose = (ids: readonly DelegationId[]) =>
    onChoice({ ...choice, delegations: ids, copies: partCopies(choice) });
  if (delegations.length === 0) {
    return (
      <Notice tone="info" title={t.remove.leftoversTitle(format, leftovers.length)}>
        {<p>{t.remove.leftoversWhat}</p>}
      </Notice>
    );
  }
  return (
    <Section title={t.remove.whatTitle}>
      <Card>
        <RadioGroup
          aria-label={t.remove.whatTitle}
          value={choice.delegations === 'all' ? 'all' : 'some'}
          onChange={(_, { value }) =>
            onChoice(
              value === 'all'
                ? { ...choice, delegations: 'all', copies: 'all' }
                : { ...choice, delegations: delegations.map(({ id }) => id), copies: 'none' },
            )
          }
        >
          <Radio value="all" label={t.remove.whole(format, delegations.length, offer.copies.length)} />
          <Radio value="some" label={t.remove.some} />
        </RadioGroup>
        {choice.delegations !== 'all' && offer.copies.length > 0 && (
          <Checkbox
            checked={choice.copies !== 'none'}
            label={t.remove.copiesToo}
            onChange={(_, { checked }) => onChoice({ ...choice, copies: checked === true ? 'all' : 'none' })}
          />
        )}
      </Card>
      {choice.delegations !== 'all' && (
        <RowList
          label={t.remove.table}
          rows={delegations}
          rowKey={({ id }) => id}
          selection={{
            state: ({ id }) => chosen.has(idKey(id)),
            title: t.remove.choose,
            label: ({ scope }) => t.remove.chooseOne(scope),
            toggle: (at) => {
              const id = delegations[at]?.id;
              if (!id) return;
              const next = new Set(chosen);
              if (!next.delete(idKey(id))) next.add(idKey(id));
              choose(delegations.map((one) => one.id).filter((one) => next.has(idKey(one))));
            },
          }}
          columns={[
            {
              key: 'scope',
              title: t.delegate.column.scope,
              width: 'minmax(0, 3fr)',
              cell: ({ scope }) => <ScopeName scope={scope} />,
            },
          ]}
        />
      )}
    </Section>
  );
}

/** Somebody who goes on choosing single delegations keeps what they said about the copies. */
function partCopies({ delegations, copies }: RemovalChoice): RemovalChoice['copies'] {
  return delegations === 'all' ? 'none' : copies;
}
