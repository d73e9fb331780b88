import { Button, Dropdown, Option } from '@fluentui/react-components';
import { memo, useMemo } from 'react';
import type { InventoryRow } from '../../domain/inventory.ts';
import { termsOf, type InventoryFilter } from '../../domain/inventoryFilter.ts';
import { useText } from '../../text/TextContext.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { levelWord } from '../shared/levelWord.ts';
import { offerOf, providerOf } from './inventoryRows.ts';
import { conditions, groupings, kinds, levels, sortings, termsOffered, type InventoryView } from './inventoryView.ts';
import styles from './Inventory.module.css';

interface Choice {
  readonly value: string;
  readonly text: string;
  readonly count?: number;
}

/** Search, filters, groups and order. A filter that would find everything, or nothing, is not offered. Not drawn again with the list. */
export const InventoryTools = memo(Tools);

function Tools(props: {
  readonly rows: readonly InventoryRow[];
  readonly view: InventoryView;
  readonly onView: (view: InventoryView) => void;
}) {
  const { t, format } = useText();
  const { rows, view, onView } = props;
  const { filter } = view;
  const words = t.delegations;
  const counted = useMemo(() => {
    const count = (of: (row: InventoryRow) => string | undefined, name: (row: InventoryRow) => string) => {
      const found = new Map<string, { text: string; count: number }>();
      for (const row of rows) {
        const value = of(row);
        if (value === undefined) continue;
        const entry = found.get(value) ?? { text: name(row), count: 0 };
        entry.count += 1;
        found.set(value, entry);
      }
      return found;
    };
    const named = (found: ReturnType<typeof count>): readonly Choice[] =>
      [...found]
        .map(([value, entry]) => ({ value, ...entry }))
        .toSorted((one, other) => format.compare(one.text, other.text));
    const fixed = <Value extends string | number>(
      values: readonly Value[],
      of: (row: InventoryRow) => Value | undefined,
      name: (value: Value) => string,
    ): readonly Choice[] => {
      const found = count(
        (row) => {
          const value = of(row);
          return value === undefined ? undefined : String(value);
        },
        () => '',
      );
      return values.flatMap((value) => {
        const entry = found.get(String(value));
        return entry ? [{ value: String(value), text: name(value), count: entry.count }] : [];
      });
    };
    return {
      provider: named(count(({ content }) => content?.managedByTenantId, providerOf)),
      offer: named(
        count(
          ({ offer }) => offer?.key,
          (row) => offerOf(row, t),
        ),
      ),
      level: fixed(
        levels,
        ({ access }) => access?.level,
        (level) => levelWord(level, t),
      ),
      kind: fixed(
        kinds,
        ({ kind }) => kind,
        (kind) => t.common[kind],
      ),
      condition: fixed(
        conditions,
        ({ condition }) => condition,
        (condition) => words.conditions[condition],
      ),
      terms: fixed(
        termsOffered,
        ({ access }) => access && termsOf(access),
        (terms) => t.offers[terms],
      ),
    };
  }, [rows, t, format, words]);
  // Each value comes from the rows themselves or from a list above, so it is one of its filter.
  const narrow = (name: keyof InventoryFilter, value: string | number | undefined) => {
    const { [name]: _before, ...rest } = filter;
    onView({
      ...view,
      filter: value === undefined || value === '' ? rest : { ...rest, [name]: value },
    });
  };
  const list = (name: Exclude<keyof InventoryFilter, 'text'>, label: string, any: string) => {
    const choices = counted[name];
    if (choices.length < 2 && filter[name] === undefined) return null;
    return (
      <Picker
        label={label}
        choices={[{ value: '', text: any }, ...choices]}
        value={filter[name] === undefined ? '' : String(filter[name])}
        onPick={(value) => narrow(name, name === 'level' && value !== '' ? Number(value) : value)}
      />
    );
  };
  return (
    <div className={styles.tools}>
      <Toolbar search={filter.text ?? ''} searchLabel={words.search} onSearch={(text) => narrow('text', text)}>
        <Picker
          label={words.group}
          choices={groupings.map((value) => ({ value, text: words.grouping[value] }))}
          value={view.grouping}
          onPick={(value) => onView({ ...view, grouping: groupings.find((one) => one === value) ?? 'none' })}
        />
        <Picker
          label={words.sort}
          choices={sortings.map((value) => ({ value, text: words.sorting[value] }))}
          value={view.sorting}
          onPick={(value) => onView({ ...view, sorting: sortings.find((one) => one === value) ?? 'scope' })}
        />
      </Toolbar>
      <div className={styles.filters}>
        {list('provider', words.provider, words.anyProvider)}
        {list('offer', words.offer, words.anyOffer)}
        {list('level', words.level, words.anyLevel)}
        {list('terms', words.terms, words.anyTerms)}
        {list('kind', words.kind, words.anyKind)}
        {list('condition', words.condition, words.anyCondition)}
        {Object.keys(filter).length > 0 && (
          <Button appearance="subtle" onClick={() => onView({ ...view, filter: {} })}>
            {words.clear}
          </Button>
        )}
      </div>
    </div>
  );
}

function Picker(props: {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly onPick: (value: string) => void;
}) {
  const { t, format } = useText();
  const picked = props.choices.find(({ value }) => value === props.value);
  return (
    <Dropdown
      aria-label={props.label}
      className={styles.picker ?? ''}
      value={picked?.text ?? ''}
      selectedOptions={[props.value]}
      onOptionSelect={(_, { optionValue }) => props.onPick(optionValue ?? '')}
    >
      {props.choices.map(({ value, text, count }) => (
        <Option key={value} value={value} text={text}>
          <bdi>{count === undefined ? text : t.delegate.withCount(text, format.number(count))}</bdi>
        </Option>
      ))}
    </Dropdown>
  );
}
