import { Dropdown, Option } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import type { ScopeFilter } from '../../domain/scopeFilter.ts';
import type { Subscription } from '../../domain/scope.ts';
import { useText } from '../../text/TextContext.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { managementGroupsOf, tagsOf } from './scopeRows.ts';

/** More tags than this are found by searching. */
const tagsOffered = 50;

/** Search, management group and tag: what narrows the list down. */
export function ScopeTools(props: {
  readonly subscriptions: readonly Subscription[];
  readonly filter: ScopeFilter;
  readonly onFilter: (filter: ScopeFilter) => void;
  readonly children: ReactNode;
}) {
  const { t, format } = useText();
  const { subscriptions, filter, onFilter } = props;
  const groups = useMemo(() => managementGroupsOf(subscriptions), [subscriptions]);
  const tags = useMemo(() => tagsOf(subscriptions).slice(0, tagsOffered), [subscriptions]);
  const { text: _text, managementGroup: _group, tag: _tag, ...rest } = filter;
  const narrow = (
    change: Partial<Record<'text' | 'managementGroup', string | undefined>> & { tag?: ScopeFilter['tag'] | undefined },
  ) => {
    const next = { text: filter.text, managementGroup: filter.managementGroup, tag: filter.tag, ...change };
    onFilter({
      ...rest,
      ...(next.text ? { text: next.text } : {}),
      ...(next.managementGroup ? { managementGroup: next.managementGroup } : {}),
      ...(next.tag ? { tag: next.tag } : {}),
    });
  };
  const groupName = groups.find(({ group }) => group.name === filter.managementGroup)?.group.displayName;
  return (
    <Toolbar search={filter.text ?? ''} searchLabel={t.delegate.search} onSearch={(text) => narrow({ text })}>
      {groups.length > 1 && (
        <Dropdown
          aria-label={t.delegate.managementGroup}
          value={groupName ?? t.delegate.anyGroup}
          selectedOptions={[filter.managementGroup ?? '']}
          onOptionSelect={(_, { optionValue }) => narrow({ managementGroup: optionValue })}
        >
          <Option value="" text={t.delegate.anyGroup}>
            {t.delegate.anyGroup}
          </Option>
          {groups.map(({ group, path, count }) => (
            <Option key={group.name} value={group.name} text={group.displayName}>
              {t.delegate.withCount(path, format.number(count))}
            </Option>
          ))}
        </Dropdown>
      )}
      {tags.length > 0 && (
        <Dropdown
          aria-label={t.delegate.tag}
          value={filter.tag ? `${filter.tag.name}=${filter.tag.value ?? ''}` : t.delegate.anyTag}
          selectedOptions={[filter.tag ? `${filter.tag.name}=${filter.tag.value ?? ''}` : '']}
          onOptionSelect={(_, { optionValue }) => {
            const tag = tags.find(({ name, value }) => `${name}=${value}` === optionValue);
            narrow({ tag: tag && { name: tag.name, value: tag.value } });
          }}
        >
          <Option value="" text={t.delegate.anyTag}>
            {t.delegate.anyTag}
          </Option>
          {tags.map(({ name, value, count }) => (
            <Option key={`${name}=${value}`} value={`${name}=${value}`} text={`${name}=${value}`}>
              {t.delegate.withCount(`${name}=${value}`, format.number(count))}
            </Option>
          ))}
        </Dropdown>
      )}
      {props.children}
    </Toolbar>
  );
}
