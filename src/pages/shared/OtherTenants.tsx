import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { TenantId } from '../../domain/ids.ts';
import { problemOf } from '../../domain/problem.ts';
import { useRead } from '../../queries/useRead.ts';
import { useText } from '../../text/TextContext.tsx';
import { useServices } from '../services.ts';
import styles from './OtherTenants.module.css';
import { ProblemNotice } from './ProblemNotice.tsx';
import { tenantName, useTenant } from './tenant.ts';

/** Where nothing is found: the person may be in the wrong tenant. Signing in opens the home tenant, guests need another. */
export function OtherTenants() {
  const { t } = useText();
  const { queries, session } = useServices();
  const here = useTenant();
  const { data = [] } = useRead(queries.tenants());
  const [error, setError] = useState<unknown>();
  const others = data.filter(({ id }) => id !== here.id);
  if (others.length === 0) return null;
  const look = async (id: TenantId) => {
    try {
      setError(undefined);
      await session.switchTenant(id, location.pathname + location.search);
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <>
      <p>{t.offers.elsewhere(tenantName(here))}</p>
      <div className={styles.tenants}>
        {others.map((tenant) => (
          <Button key={tenant.id} appearance="primary" onClick={() => void look(tenant.id)}>
            {t.offers.lookIn(tenantName(tenant))}
          </Button>
        ))}
      </div>
      {error !== undefined && <ProblemNotice error={problemOf(error)} />}
    </>
  );
}
