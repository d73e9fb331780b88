import { Button, Checkbox, Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import {
  durationsUpTo,
  missingOf,
  type ActivationRequest,
  type ActivationRules,
  type ActivationWish,
  type EligibleRole,
} from '../../domain/activation.ts';
import { ProblemError } from '../../domain/problem.ts';
import { useKnown } from '../../queries/useRead.ts';
import { useText } from '../../text/TextContext.tsx';
import { fact, Facts } from '../../ui/Facts.tsx';
import { LoadingRows } from '../../ui/Loading.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Card } from '../../ui/Section.tsx';
import { useServices } from '../services.ts';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import { StepUpNotice } from './StepUpNotice.tsx';
import { useSending } from './useSending.ts';

/** Azure's own limit for a role whose rules could not be read; Azure decides. */
const unread: ActivationRules = {
  maximumMinutes: 480,
  justification: false,
  ticket: true,
  mfa: false,
  approval: false,
};

interface FormProps {
  readonly role: EligibleRole;
  readonly names: { readonly role: string; readonly scope: string };
  /** A request that waited for a sign-in: it is sent again as it was. */
  readonly waited?: ActivationRequest;
  readonly onSent: (name: string) => void;
}

/** Asks for a role: what the organisation wants to know, what it means, and the button that sends it. */
export function ActivationForm(props: FormProps) {
  const { t } = useText();
  const { queries } = useServices();
  const rules = useKnown(queries.activationRules(props.role.scope, props.role.roleId));
  if (rules.state === 'notRead') return <LoadingRows label={t.activate.rulesLoading} rows={2} />;
  return (
    <>
      {rules.state === 'unknown' && (
        <ProblemNotice error={new ProblemError(rules.problem)} title={t.activate.rulesUnknown} />
      )}
      <Fields {...props} rules={rules.state === 'known' ? rules.value : unread} known={rules.state === 'known'} />
    </>
  );
}

function Fields(props: FormProps & { readonly rules: ActivationRules; readonly known: boolean }) {
  const { role, names, rules, waited } = props;
  const { t, format } = useText();
  const words = t.activate;
  const [wish, setWish] = useState<ActivationWish>(
    waited ?? {
      minutes: Math.min(60, rules.maximumMinutes),
      justification: '',
      ticketSystem: '',
      ticketNumber: '',
    },
  );
  const [confirmed, setConfirmed] = useState(waited !== undefined);
  const { send, sending, problem, request } = useSending(role, props.onSent, waited);
  const change = (part: Partial<ActivationWish>) => {
    setWish({ ...wish, ...part });
    // What was confirmed is exactly what stood there.
    setConfirmed(false);
  };
  const missing = props.known ? missingOf(wish, rules) : [];
  const asks = (['justification', 'ticket', 'mfa', 'approval'] as const).filter((each) => rules[each]);
  const asked = asks.length > 0 ? format.list(asks.map((each) => words.ask[each])) : words.asksNothing;
  return (
    <Card>
      {props.known && <Facts items={[fact(words.asks, asked)]} />}
      <Field label={words.duration}>
        <Select value={String(wish.minutes)} onChange={(_, { value }) => change({ minutes: Number(value) })}>
          {durationsUpTo(rules.maximumMinutes).map((minutes) => (
            <option key={minutes} value={String(minutes)}>
              {format.minutes(minutes)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.reason} hint={words.reasonHint} required={rules.justification}>
        <Textarea
          value={wish.justification}
          maxLength={500}
          onChange={(_, { value }) => change({ justification: value })}
        />
      </Field>
      {rules.ticket && (
        <>
          <Field label={words.ticketSystem} required={props.known}>
            <Input value={wish.ticketSystem} onChange={(_, { value }) => change({ ticketSystem: value })} />
          </Field>
          <Field label={words.ticketNumber} required={props.known}>
            <Input value={wish.ticketNumber} onChange={(_, { value }) => change({ ticketNumber: value })} />
          </Field>
        </>
      )}
      <Checkbox
        checked={confirmed}
        label={<bdi>{words.confirm(names.role, names.scope, format.minutes(wish.minutes))}</bdi>}
        onChange={(_, { checked }) => setConfirmed(checked === true)}
      />
      {problem?.code === 'mfaNeeded' && request && (
        <StepUpNotice problem={problem} request={request} onAgain={() => void send(wish)} />
      )}
      {problem && problem.code !== 'mfaNeeded' && <ProblemNotice error={new ProblemError(problem)} />}
      {sending && <Notice tone="info" title={words.asking} />}
      <div>
        <Button
          appearance="primary"
          disabledFocusable={!confirmed || missing.length > 0 || sending}
          onClick={() => void send(wish)}
        >
          {words.action(names.role)}
        </Button>
      </div>
    </Card>
  );
}
