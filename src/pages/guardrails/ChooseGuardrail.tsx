import { Button, Dropdown, Field, Option, Radio, RadioGroup } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { GuardrailKind } from '../../domain/guardrail.ts';
import type { Subscription } from '../../domain/scope.ts';
import { useText } from '../../text/TextContext.tsx';
import { Card, Section } from '../../ui/Section.tsx';
import { assignAddress, placesOf } from './guardrailPlaces.ts';

/** Which policy is to be assigned, and where; what it would mean is the next step's. */
export function ChooseGuardrail({ subscriptions }: { readonly subscriptions: readonly Subscription[] }) {
  const { t, format } = useText();
  const navigate = useNavigate();
  const words = t.guardrails;
  const [kind, setKind] = useState<GuardrailKind>('allow');
  const [scope, setScope] = useState('');
  const places = useMemo(() => placesOf(subscriptions, words, format), [subscriptions, words, format]);
  const place = places.find((each) => each.scope === scope);
  return (
    <Section title={words.assignTitle}>
      <Card>
        <Field label={words.policy}>
          <RadioGroup value={kind} onChange={(_, { value }) => setKind(value === 'audit' ? 'audit' : 'allow')}>
            <Radio value="allow" label={words.name.allow} />
            <Radio value="audit" label={words.name.audit} />
          </RadioGroup>
        </Field>
        <Field label={words.scope}>
          <Dropdown
            placeholder={words.scopePick}
            value={place?.text ?? ''}
            selectedOptions={[scope]}
            onOptionSelect={(_, { optionValue }) => setScope(optionValue ?? '')}
          >
            {places.map((each) => (
              <Option key={each.scope} value={each.scope} text={each.text}>
                <bdi>{each.text}</bdi>
              </Option>
            ))}
          </Dropdown>
        </Field>
        <div>
          <Button
            appearance="primary"
            disabledFocusable={!place}
            onClick={() => place && void navigate(assignAddress(kind, place.scope))}
          >
            {t.guardrailReview.review}
          </Button>
        </div>
      </Card>
    </Section>
  );
}
