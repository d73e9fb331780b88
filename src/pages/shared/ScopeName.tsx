import type { ReactNode } from 'react';
import { parseScope, type ScopeId } from '../../domain/ids.ts';
import { useText } from '../../text/TextContext.tsx';
import styles from './ScopeName.module.css';
import { useSubscriptionNames } from './useSubscriptionNames.ts';

/** A scope by its name, and what it is; a resource group with the subscription it is in. */
export function ScopeName({ scope, name }: { readonly scope: ScopeId; readonly name?: string }): ReactNode {
  const { t } = useText();
  const nameOf = useSubscriptionNames();
  const parts = parseScope(scope);
  const subscription = parts ? nameOf(parts.subscriptionId) : scope;
  return (
    <>
      <div className={styles.name}>
        <bdi>{name ?? parts?.resourceGroup ?? subscription}</bdi>
      </div>
      <div className={styles.sub}>
        {parts?.resourceGroup === undefined ? (
          t.common.subscription
        ) : (
          <>
            {t.common.resourceGroup} · <bdi>{subscription}</bdi>
          </>
        )}
      </div>
    </>
  );
}
