import type { AllowList } from '../../domain/estate.ts';
import type { GuardrailKind } from '../../domain/guardrail.ts';
import { plainText } from '../../domain/providerText.ts';
import type { Subscription } from '../../domain/scope.ts';
import { reaches } from '../../domain/scopeReach.ts';
import { useText } from '../../text/TextContext.tsx';
import { fact, Facts } from '../../ui/Facts.tsx';
import { ProviderText } from '../../ui/ProviderText.tsx';
import { Card } from '../../ui/Section.tsx';

const longestName = 200;

/** One assignment: where it is, whom it allows, how far it reaches. */
export function GuardrailCard(props: {
  readonly kind: GuardrailKind;
  readonly assignment: AllowList;
  readonly subscriptions: readonly Subscription[];
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
  const tenants = assignment.allowedTenants.join(', ') || words.noTenants;
  return (
    <Card>
      <strong>
        <ProviderText text={plainText(assignment.name, longestName)} />
      </strong>
      {!assignment.enforced && <div>{words.notEnforced}</div>}
      <Facts
        items={[
          fact(words.at, <bdi>{assignment.scope}</bdi>),
          fact(words.tenants, kind === 'allow' ? <bdi>{tenants}</bdi> : undefined),
          fact(words.left, assignment.notScopes.length > 0 ? assignment.notScopes.join(', ') : undefined),
        ]}
      />
      <div>{reach.filter((part) => part !== false).join(', ')}</div>
    </Card>
  );
}
