import { Tab, TabList } from '@fluentui/react-components';
import styles from './FilterTabs.module.css';

export interface FilterTab<Value extends string> {
  readonly value: Value;
  readonly text: string;
  /** How many rows it would show, in the reader's digits. */
  readonly count: string;
}

/** Narrows a list to one state; every state says how many there are, so each number can be opened. */
export function FilterTabs<Value extends string>(props: {
  readonly label: string;
  readonly tabs: readonly FilterTab<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}) {
  return (
    <TabList
      className={styles.tabs}
      size="small"
      aria-label={props.label}
      selectedValue={props.value}
      onTabSelect={(_, { value }) => {
        const tab = props.tabs.find((one) => one.value === value);
        if (tab) props.onChange(tab.value);
      }}
    >
      {props.tabs.map(({ value, text, count }) => (
        <Tab key={value} value={value}>
          {text} <span className={styles.count}>{count}</span>
        </Tab>
      ))}
    </TabList>
  );
}
