import { plainText } from '../../domain/providerText.ts';
import type { Receipt } from '../../domain/receipt.ts';
import { useText } from '../../text/TextContext.tsx';
import { AuthorizationTerms } from '../shared/AuthorizationTerms.tsx';
import { levelWord } from '../shared/levelWord.ts';
import styles from './ReceiptPage.module.css';

/** What was given away, as written to Azure, with the level it was explained at. */
export function ReceiptAuthorizations({ receipt }: { readonly receipt: Receipt }) {
  const { t } = useText();
  return (
    <ul className={styles.scopes}>
      {receipt.authorizations.map((authorization, at) => {
        const { principalId, principalName, roleId, kind, delegatedRoleIds } = authorization;
        const explained = receipt.explained.find(
          (one) => one.principalId === principalId && one.roleId === roleId && one.kind === kind,
        );
        return (
          <li key={at}>
            <div className={styles.head}>
              <strong lang="en">{explained?.roleName ?? roleId}</strong>
              <span>{explained && levelWord(explained.level, t)}</span>
            </div>
            <div>
              <bdi>{plainText(principalName ?? '', 120) || t.common.unnamed}</bdi> <code>{principalId}</code>
            </div>
            <div>
              <AuthorizationTerms authorization={authorization} /> · {t.offer.role} <code>{roleId}</code>
            </div>
            {delegatedRoleIds.length > 0 && (
              <div>
                {t.offer.mayPassOn}: <code>{delegatedRoleIds.join(' ')}</code>
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
