import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { standingOf, type Activation, type ActivationRequest, type EligibleRole } from '../../domain/activation.ts';
import { roleFromTable } from '../../domain/roleTable.ts';
import { useText } from '../../text/TextContext.tsx';
import { fact, Facts } from '../../ui/Facts.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { useServices } from '../services.ts';
import { ActivationForm } from './ActivationForm.tsx';

/** One role that could be activated: where it stands, and the form to ask for it. */
export function RoleToActivate(props: {
  readonly role: EligibleRole;
  readonly activations: readonly Activation[];
  /** Whether the form is open from the beginning. */
  readonly open: boolean;
  /** A request for this role that waited for a sign-in. */
  readonly waited?: ActivationRequest;
  readonly onLook: () => void;
  readonly onGoOn: () => void;
}) {
  const { role, waited, onLook } = props;
  const { t, format } = useText();
  const { reader } = useServices();
  const [opened, setOpened] = useState(props.open);
  const [sent, setSent] = useState<string>();
  const words = t.activate;
  const name = roleFromTable(role.roleId)?.name ?? role.roleId;
  const scope = role.scopeName ?? role.scope;
  const found = standingOf(role, props.activations);
  // Just taken by Azure, and not in its lists yet.
  const standing: Pick<Activation, 'state' | 'askedAt' | 'endsAt'> | undefined =
    found ?? (sent === undefined ? undefined : { state: 'applying' });
  const active = standing?.state === 'active';
  const wasActive = useRef(active);
  useEffect(() => {
    if (active && !wasActive.current) reader.rightsChanged();
    wasActive.current = active;
  }, [active, reader]);
  const time = standing?.askedAt === undefined ? '' : format.time(standing.askedAt);
  const look = <Button onClick={onLook}>{words.checkAgain}</Button>;
  const mayAsk = standing === undefined || standing.state === 'denied' || standing.state === 'failed';
  return (
    <Section title={<bdi>{words.heading(name, scope)}</bdi>}>
      <Facts
        items={[
          fact(words.scope, <code>{role.scope}</code>),
          fact(words.eligibleUntil, role.endsAt === undefined ? undefined : format.date(role.endsAt)),
        ]}
      />
      {active && (
        <Notice
          tone="good"
          announce
          title={words.active(name)}
          actions={
            <Button appearance="primary" onClick={props.onGoOn}>
              {words.back}
            </Button>
          }
        >
          <p>
            {standing.endsAt !== undefined && words.activeUntil(format.time(standing.endsAt))} {words.activeHint}
          </p>
        </Notice>
      )}
      {standing?.state === 'pending' && (
        <Notice tone="info" announce title={words.pending} actions={look}>
          <p>{words.pendingWhat(time)}</p>
        </Notice>
      )}
      {standing?.state === 'applying' && (
        <Notice tone="info" announce title={words.applying} actions={look}>
          <p>{words.applyingWhat}</p>
        </Notice>
      )}
      {(standing?.state === 'denied' || standing?.state === 'failed') && (
        <Notice tone="bad" title={words[standing.state]}>
          <p>{standing.state === 'denied' ? words.deniedWhat(time) : words.failedWhat(time)}</p>
        </Notice>
      )}
      {mayAsk && (opened || waited) && (
        <ActivationForm
          key={waited?.name ?? 'new'}
          role={role}
          names={{ role: name, scope }}
          {...(waited && { waited })}
          onSent={(id) => {
            setSent(id);
            onLook();
          }}
        />
      )}
      {mayAsk && !opened && !waited && (
        <div>
          <Button onClick={() => setOpened(true)}>{words.action(name)}</Button>
        </div>
      )}
    </Section>
  );
}
