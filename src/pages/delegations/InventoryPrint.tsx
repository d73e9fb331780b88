import type { InventoryRow } from '../../domain/inventory.ts';
import { plainText } from '../../domain/providerText.ts';
import { useText } from '../../text/TextContext.tsx';
import { usePrinting } from '../../ui/printing.ts';
import { ProviderText } from '../../ui/ProviderText.tsx';
import { useServices } from '../services.ts';
import { AuthorizationTerms } from '../shared/AuthorizationTerms.tsx';
import { levelWord } from '../shared/levelWord.ts';
import { tenantName, useTenant } from '../shared/tenant.ts';
import { offerOf, providerOf } from './inventoryRows.ts';
import styles from './InventoryPrint.module.css';

const nameLength = 120;

/** The inventory for paper: every row, whatever is scrolled to, the head on each sheet, ids in full, nothing by colour alone. */
export function InventoryPrint(props: { readonly rows: readonly InventoryRow[]; readonly total: number }) {
  return usePrinting() ? <Sheets {...props} /> : null;
}

function Sheets({ rows, total }: { readonly rows: readonly InventoryRow[]; readonly total: number }) {
  const { t, format } = useText();
  const { surroundings } = useServices();
  const tenant = useTenant();
  const words = t.delegations;
  return (
    <div className={styles.sheets}>
      <p>
        {words.printed(tenantName(tenant), format.dateTime(surroundings.now()))} · <code>{tenant.id}</code>
        <br />
        {rows.length === total ? words.all(format, total) : words.shown(format, rows.length, total)}
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{words.printScope}</th>
            <th>{words.printProvider}</th>
            <th>{words.printAccess}</th>
            <th>{words.printSince}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.delegation.id}>
              <td>
                <strong>
                  <bdi>{row.name}</bdi>
                </strong>
                <br />
                {row.kind === 'resourceGroup' && (
                  <>
                    <bdi>{row.subscriptionName}</bdi>
                    <br />
                  </>
                )}
                <code>{row.scope}</code>
              </td>
              <td>
                <strong>
                  <ProviderText text={offerOf(row, t)} />
                </strong>
                {row.content?.plan && ` ${row.content.plan.version}`}
                <br />
                <ProviderText text={providerOf(row)} />
                <br />
                <code>{row.content?.managedByTenantId ?? row.delegation.copyId}</code>
              </td>
              <td>
                {row.access ? levelWord(row.access.level, t) : words.unknownLevel}
                <ul>
                  {row.access?.principals.flatMap((principal) =>
                    principal.access.map(({ authorization, role }, at) => (
                      <li key={`${principal.principalId}/${at}`}>
                        <ProviderText
                          text={plainText(authorization.principalName ?? '', nameLength) || t.common.unnamed}
                        />{' '}
                        – {role.name ?? role.roleId}. <AuthorizationTerms authorization={authorization} />.{' '}
                        <code>{principal.principalId}</code>
                      </li>
                    )),
                  )}
                </ul>
              </td>
              <td>
                {row.since === undefined ? words.unknownSince : format.date(row.since)}
                <br />
                {words.conditions[row.condition]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
