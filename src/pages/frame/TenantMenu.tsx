import { Button, Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { useState } from 'react';
import { tenantId } from '../../domain/ids.ts';
import { problemOf, type Problem } from '../../domain/problem.ts';
import type { Tenant } from '../../domain/scope.ts';
import { problemText } from '../../text/problemTexts.ts';
import { useText } from '../../text/TextContext.tsx';
import { Building20Regular, ChevronDown20Regular } from '../../ui/icons.ts';
import { useServices } from '../services.ts';
import { tenantName, useTenant } from '../shared/tenant.ts';
import styles from './TenantMenu.module.css';
import { useRead } from '../../queries/useRead.ts';

/** The tenant at hand, always visible; a menu where the person is in several. */
export function TenantMenu() {
  const { t } = useText();
  const { queries, session } = useServices();
  const tenant = useTenant();
  const { data: tenants = [] } = useRead(queries.tenants());
  const [problem, setProblem] = useState<Problem>();
  if (tenants.length < 2) {
    return (
      <span className={styles.single} aria-label={t.frame.tenant(tenantName(tenant))}>
        <Building20Regular aria-hidden />
        <TenantLabel tenant={tenant} />
      </span>
    );
  }
  const choose = async (id: string) => {
    if (id === tenant.id) return;
    try {
      setProblem(undefined);
      await session.switchTenant(tenantId(id));
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <Menu
      checkedValues={{ tenant: [tenant.id] }}
      onCheckedValueChange={(_, { checkedItems }) => void choose(checkedItems[0] ?? tenant.id)}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          className={styles.button}
          icon={<Building20Regular />}
          aria-label={t.frame.tenant(tenantName(tenant))}
        >
          <TenantLabel tenant={tenant} />
          <ChevronDown20Regular aria-hidden />
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList aria-label={t.frame.switchTenant}>
          {tenants.map((other) => (
            <MenuItemRadio
              key={other.id}
              name="tenant"
              value={other.id}
              {...(isForeign(other) && { secondaryContent: t.frame.tenantForeign })}
            >
              {tenantName(other)}
            </MenuItemRadio>
          ))}
        </MenuList>
        {problem && (
          <p role="alert" className={styles.problem}>
            {problemText(t.problems, problem).title}
          </p>
        )}
      </MenuPopover>
    </Menu>
  );

  function isForeign(other: Tenant): boolean {
    return other.id !== session.person.homeTenantId;
  }
}

function TenantLabel({ tenant }: { readonly tenant: Tenant }) {
  return (
    <span className={styles.label}>
      <span className={styles.name}>{tenantName(tenant)}</span>
      {tenant.name !== undefined && tenant.domain !== undefined && (
        <span className={styles.domain}>{tenant.domain}</span>
      )}
    </span>
  );
}
