import type { AllowList } from '../../domain/estate.ts';
import type { GuardrailKind } from '../../domain/guardrail.ts';
import type { TenantId } from '../../domain/ids.ts';
import { plainText } from '../../domain/providerText.ts';
import type { Subscription } from '../../domain/scope.ts';
import { reaches } from '../../domain/scopeReach.ts';
import { useText } from '../../text/TextContext.tsx';
import { fact, Facts } from '../../ui/Facts.tsx';
import { ProviderText } from '../../ui/ProviderText.tsx';
import { Card } from '../../ui/Section.tsx';
import { placesOf } from './guardrailPlaces.ts';
import styles from './Guardrails.module.css';

const longestName = 200;

/** One assignment: where it is, whom it allows, how far it reaches. */
export function GuardrailCard(props: {
  readonly kind: GuardrailKind;
  readonly assignment: AllowList;
  readonly subscriptions: readonly Subscription[];
  /** What Azure calls the managing tenants whose offers are known here. */
  readonly names: ReadonlyMap<TenantId, string>;
}) {
  const { kind, assignment, subscriptions } = props;
  const { t, format } = useText();
  const words = t.guardrails;
  const verdicts = subscriptions.map((each) => {
    const left = assignment.notScopes.map((scope) => reaches(scope, each, each));
    if (left.includes(true)) return false;
    const reached = reaches(assignment.scope, each, each);
    return reached === true && left.includes('unknown') ? 'unknown' : reached;
  });
  const certain = verdicts.filter((verdict) => verdict === true).length;
  const unclear = verdicts.filter((verdict) => verdict === 'unknown').length;
  const reach = [words.covered(format, certain, subscriptions.length), unclear > 0 && words.maybe(format, unclear)];
  const place = placesOf(subscriptions, words, format).find((each) => each.scope.toLowerCase() === assignment.scope);
  return (
    <Card>
      <strong>
        <ProviderText text={plainText(assignment.name, longestName)} />
      </strong>
      {!assignment.enforced && <div>{words.notEnforced}</div>}
      <Facts
        items={[
          fact(
            words.at,
            <>
              {place && (
                <div>
                  <bdi>{place.text}</bdi>
                </div>
              )}
              <code className={styles.id}>{assignment.scope}</code>
            </>,
          ),
          fact(words.tenants, kind === 'allow' ? <Allowed {...props} /> : undefined),
          fact(words.left, assignment.notScopes.length > 0 ? assignment.notScopes.join(', ') : undefined),
        ]}
      />
      <div>{reach.filter((part) => part !== false).join(', ')}</div>
    </Card>
  );
}

function Allowed({
  assignment,
  names,
}: {
  readonly assignment: AllowList;
  readonly names: ReadonlyMap<TenantId, string>;
}) {
  const { t } = useText();
  if (assignment.allowedTenants.length === 0) return t.guardrails.noTenants;
  return (
    <ul className={styles.plain}>
      {assignment.allowedTenants.map((tenant) => (
        <li key={tenant}>
          <bdi>{plainText(names.get(tenant) ?? '', longestName)}</bdi> <code className={styles.id}>{tenant}</code>
        </li>
      ))}
    </ul>
  );
}
