import { Dropdown, Field, Input, Option } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { SubscriptionId } from '../../domain/ids.ts';
import { useRead } from '../../queries/useRead.ts';
import { useText } from '../../text/TextContext.tsx';
import { useServices } from '../services.ts';

/** Near to whom the language is spoken; others choose themselves. */
const nearby: Readonly<Record<string, string>> = { ko: 'koreacentral' };

/** Where the record of a deployment is kept. Azure says what there is; where it does not, the name is typed. */
export function RegionField(props: {
  readonly subscription: SubscriptionId;
  readonly value: string | undefined;
  readonly onChange: (region: string | undefined) => void;
}) {
  const { t, format, language } = useText();
  const words = t.handOver;
  const { queries } = useServices();
  const { value, onChange } = props;
  const { data, error } = useRead(queries.regions(props.subscription));
  const regions = data?.toSorted((one, other) => format.compare(one.displayName, other.displayName));
  const guess = data?.find(({ name }) => name === nearby[language])?.name;
  useEffect(() => {
    if (value === undefined && guess !== undefined) onChange(guess);
  }, [value, guess, onChange]);
  if (error) {
    return (
      <Field label={words.region} hint={words.regionTyped}>
        <Input
          value={value ?? ''}
          onChange={(_, { value: typed }) => onChange(/^[a-z0-9]+$/.test(typed.trim()) ? typed.trim() : undefined)}
        />
      </Field>
    );
  }
  return (
    <Field label={words.region} hint={words.regionHint}>
      <Dropdown
        placeholder={regions ? words.regionPick : words.regionLoading}
        value={regions?.find(({ name }) => name === value)?.displayName ?? ''}
        selectedOptions={value === undefined ? [] : [value]}
        onOptionSelect={(_, { optionValue }) => onChange(optionValue)}
      >
        {(regions ?? []).map(({ name, displayName }) => (
          <Option key={name} value={name} text={displayName}>
            {displayName}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}
