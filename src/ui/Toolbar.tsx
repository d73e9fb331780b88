import { SearchBox } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import styles from './Toolbar.module.css';

/** The tools above a list: its search first, then whatever narrows it down. */
export function Toolbar(props: {
  readonly search: string;
  readonly searchLabel: string;
  readonly onSearch: (text: string) => void;
  readonly children?: ReactNode;
}) {
  return (
    <div className={styles.toolbar} role="group" aria-label={props.searchLabel}>
      <SearchBox
        value={props.search}
        placeholder={props.searchLabel}
        aria-label={props.searchLabel}
        onChange={(_, { value }) => props.onSearch(value)}
      />
      {props.children}
    </div>
  );
}
