import { Button } from '@fluentui/react-components';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { idKey } from '../../domain/ids.ts';
import type { Inventory, InventoryRow } from '../../domain/inventory.ts';
import { inventoryFilter } from '../../domain/inventoryFilter.ts';
import type { Problem } from '../../domain/problem.ts';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { ActionBar } from '../../ui/ActionBar.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { Roles } from '../shared/useOffers.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { drawnRows, sortInventory } from './inventoryRows.ts';
import { InventoryPrint } from './InventoryPrint.tsx';
import { InventoryTable } from './InventoryTable.tsx';
import { InventoryTools } from './InventoryTools.tsx';
import { useChoiceInAddress, useInventoryView } from './inventoryView.ts';
import styles from './Inventory.module.css';

/** The list of delegations with everything that narrows it down, takes it away as a file, or acts on a part of it. */
export function TheInventory(props: {
  readonly inventory: Inventory;
  readonly roles: Roles;
  readonly problems: readonly Problem[];
}) {
  const { t, format } = useText();
  const navigate = useNavigate();
  const { rows, elsewhere } = props.inventory;
  const { view, setView, chosen, setChosen, key } = useInventoryView();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const filter = useDeferredValue(view.filter);
  // All are sorted once; whoever types only takes some away.
  const all = useMemo(() => sortInventory(rows, view.sorting, t, format), [rows, view.sorting, t, format]);
  const sorted = useMemo(() => all.filter(inventoryFilter(filter)), [all, filter]);
  const drawn = useMemo(
    () => drawnRows(sorted, view.grouping, (row) => open.size > 0 && open.has(idKey(row.delegation.id)), t, format),
    [sorted, view.grouping, open, t, format],
  );
  const selected = useMemo(
    () => rows.filter(({ delegation }) => chosen.has(idKey(delegation.id))).map(({ delegation }) => delegation.id),
    [rows, chosen],
  );
  const choice = useChoiceInAddress(view, selected, key);
  const toggleOpen = useCallback((row: InventoryRow) => {
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(idKey(row.delegation.id))) next.add(idKey(row.delegation.id));
      return next;
    });
  }, []);
  const choose = useCallback(
    (several: readonly InventoryRow[], add: boolean) => {
      setChosen((before) => {
        const next = new Set(before);
        for (const { delegation } of several) {
          if (add) next.add(idKey(delegation.id));
          else next.delete(idKey(delegation.id));
        }
        return next;
      });
    },
    [setChosen],
  );
  // Read out from a place that was there before: what comes with the bar would be passed over.
  const summary = selected.length > 0 && t.delegations.selected(format, selected.length);
  return (
    <>
      <div className={styles.screen}>
        <InventoryTools rows={rows} view={view} onView={setView} />
        <div className={styles.count}>
          <span role="status">
            {sorted.length === rows.length
              ? t.delegations.all(format, rows.length)
              : t.delegations.shown(format, sorted.length, rows.length)}
          </span>
          <ExportMenu rows={sorted} total={rows.length} problems={props.problems} />
        </div>
        {drawn.length > 0 ? (
          <InventoryTable
            rows={drawn}
            roles={props.roles}
            chosen={chosen}
            onChoose={choose}
            open={open}
            onOpen={toggleOpen}
          />
        ) : (
          <EmptyState
            title={t.delegations.none}
            next={<Button onClick={() => setView({ ...view, filter: {} })}>{t.delegations.showAll}</Button>}
          />
        )}
        {elsewhere > 0 && <p className={styles.note}>{t.delegations.elsewhere(format, elsewhere)}</p>}
      </div>
      <InventoryPrint rows={sorted} total={rows.length} />
      <span role="status" className="visuallyHidden">
        {summary}
      </span>
      {selected.length > 0 && (
        <ActionBar summary={<span aria-hidden>{summary}</span>}>
          <Button onClick={() => setChosen(new Set())}>{t.delegations.clearSelection}</Button>
          <Button appearance="primary" onClick={() => void navigate(`${paths.removeDelegations}?${choice}`)}>
            {t.delegations.remove(format, selected.length)}
          </Button>
        </ActionBar>
      )}
    </>
  );
}
