import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import type { InventoryRow } from '../../domain/inventory.ts';
import { inventoryCsv, inventoryFileName, inventoryJson, type InventoryFacts } from '../../domain/inventoryExport.ts';
import type { Problem } from '../../domain/problem.ts';
import { useText } from '../../text/TextContext.tsx';
import { ArrowDownload20Regular, Print20Regular } from '../../ui/icons.ts';
import { printPage } from '../../ui/printing.ts';
import { saveFile } from '../../ui/saveFile.ts';
import { useServices } from '../services.ts';
import { useTenant } from '../shared/tenant.ts';

/** Takes what is shown away: for a spreadsheet, for a program, on paper. */
export function ExportMenu(props: {
  readonly rows: readonly InventoryRow[];
  readonly total: number;
  readonly problems: readonly Problem[];
}) {
  const { t } = useText();
  const { surroundings } = useServices();
  const tenant = useTenant();
  const save = (ending: 'csv' | 'json') => {
    const exportedAt = new Date(surroundings.now()).toISOString();
    const facts: InventoryFacts = {
      tenant,
      exportedAt,
      total: props.total,
      problems: props.problems.map(({ code }) => code),
    };
    const name = inventoryFileName(exportedAt, ending);
    if (ending === 'csv') saveFile(name, 'text/csv', inventoryCsv(props.rows, facts));
    else saveFile(name, 'application/json', inventoryJson(props.rows, facts));
  };
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button icon={<ArrowDownload20Regular />}>{t.delegations.export}</Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<ArrowDownload20Regular />} onClick={() => save('csv')}>
            {t.delegations.csv}
          </MenuItem>
          <MenuItem icon={<ArrowDownload20Regular />} onClick={() => save('json')}>
            {t.delegations.json}
          </MenuItem>
          <MenuItem icon={<Print20Regular />} onClick={printPage}>
            {t.delegations.print}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
