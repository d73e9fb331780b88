import type { Access, PrincipalAccess } from '../../domain/access.ts';
import type { RoleDefinition } from '../../domain/estate.ts';
import type { RoleId } from '../../domain/ids.ts';
import { plainText } from '../../domain/providerText.ts';
import { useText } from '../../text/TextContext.tsx';
import { AccessLevel } from '../../ui/AccessLevel.tsx';
import { CopyText } from '../../ui/CopyText.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { ProviderText } from '../../ui/ProviderText.tsx';
import { Card } from '../../ui/Section.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import styles from './AccessCards.module.css';
import { AuthorizationTerms } from './AuthorizationTerms.tsx';
import { findingSentence } from './findingClauses.ts';
import { levelWord } from './levelWord.ts';
import { UnknownActions } from './UnknownActions.tsx';

const nameLength = 120;

/** Who gets what: one card per principal, strongest first, each role with a plain sentence and its terms. */
export function AccessCards(props: {
  readonly principals: readonly PrincipalAccess[];
  readonly roles: ReadonlyMap<RoleId, RoleDefinition>;
  /** Without Azure's lists of actions: where the sentences are to be read, not studied. */
  readonly brief?: boolean;
}) {
  const { t } = useText();
  return (
    <ul className={styles.list}>
      {props.principals.map((principal) => (
        <li key={principal.principalId}>
          <Card>
            <div>
              <div className={styles.who}>
                <h3 className={styles.name}>
                  <ProviderText text={plainText(principal.names.join(' / '), nameLength) || t.common.unnamed} />
                </h3>
                <AccessLevel level={principal.level} word={levelWord(principal.level, t)} />
              </div>
              <CopyText
                text={principal.principalId}
                label={t.common.copyId(t.offer.principal)}
                done={t.common.copied}
              />
            </div>
            <ul className={styles.roles}>
              {principal.access.map((access, at) => (
                <RoleLine
                  key={at}
                  access={access}
                  definition={props.brief ? undefined : props.roles.get(access.role.roleId)}
                />
              ))}
            </ul>
          </Card>
        </li>
      ))}
    </ul>
  );
}

function RoleLine({
  access,
  definition,
}: {
  readonly access: Access;
  readonly definition: RoleDefinition | undefined;
}) {
  const { t, format } = useText();
  return (
    <li className={styles.role}>
      <div className={styles.roleHead}>
        <span className={styles.roleName} lang="en">
          {access.role.name ?? access.role.roleId}
        </span>
        <AccessLevel level={access.level} word={levelWord(access.level, t)} />
      </div>
      <p>{findingSentence(access.findings, t, format)}</p>
      <UnknownActions findings={access.findings} />
      <p className={styles.terms}>
        <AuthorizationTerms authorization={access.authorization} />
      </p>
      {access.delegated.length > 0 && (
        <p className={styles.terms}>
          {t.offer.mayPassOn}: {format.list(access.delegated.map((role) => role.name ?? role.roleId))}
        </p>
      )}
      {access.acceptance.state === 'mayBeRefused' && (
        <StateTag tone="caution" plain>
          {t.offer.maybeRefused}
        </StateTag>
      )}
      {access.role.source !== 'azure' && <p className={styles.source}>{t.offer.source[access.role.source]}</p>}
      {definition && (
        <Disclosure summary={t.offer.rawActions}>
          <ul className={styles.actions} lang="en">
            {definition.permissions.flatMap(({ actions, notActions }, at) => [
              // Azure's own lists say some actions twice.
              ...actions.map((action, n) => <li key={`${at}+${n}`}>{action}</li>),
              ...notActions.map((action, n) => (
                <li key={`${at}-${n}`}>
                  ({t.offer.except}) {action}
                </li>
              )),
            ])}
          </ul>
        </Disclosure>
      )}
    </li>
  );
}
